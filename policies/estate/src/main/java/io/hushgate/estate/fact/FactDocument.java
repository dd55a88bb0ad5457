package io.hushgate.estate.fact;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Renders facts as the document that policies see as {@code data.estate}.
 *
 * <p>The records are the schema: a component is a key in snake case, an absent {@link Optional} is
 * {@code null}, an enum constant is its name in lower case. Order is the caller's.
 */
public final class FactDocument {
    /** The version of the document's shape; grows when a key changes its meaning or goes. */
    public static final String SCHEMA = "hushgate.facts/1";

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return Shape.of(type);
                }
            };

    private FactDocument() {}

    /** The whole document; every section is there, empty or not. */
    public static RegoObject of(Collection<? extends Fact> facts) {
        RegoObject.Builder document = RegoObject.builder();
        document.put("schema", RegoString.of(SCHEMA));
        Map<Section, RegoArray.Builder> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, RegoArray.builder());
        }
        facts.forEach(fact ->
                sections.computeIfAbsent(fact.section(), _ -> RegoArray.builder())
                        .add(value(fact)));
        sections.forEach((section, rendered) -> document.put(section.key(), rendered.build()));
        return document.build();
    }

    /** One fact, without its section. */
    public static Value value(Fact fact) {
        return rendered(fact);
    }

    private static Value rendered(Object part) {
        return switch (part) {
            case String text -> RegoString.of(text);
            case Boolean flag -> RegoBoolean.of(flag);
            case Integer number -> RegoNumber.of(number);
            case Long number -> RegoNumber.of(number);
            case Enum<?> constant -> RegoString.of(constant.name().toLowerCase(Locale.ROOT));
            case Optional<?> optional ->
                    optional.isPresent() ? rendered(optional.get()) : RegoNull.NULL;
            case Collection<?> items ->
                    RegoArray.of(items.stream().map(FactDocument::rendered).toList());
            case Map<?, ?> map -> {
                RegoObject.Builder object = RegoObject.builder();
                map.forEach((key, value) -> object.put(String.valueOf(key), rendered(value)));
                yield object.build();
            }
            case Record one -> SHAPES.get(one.getClass()).render(one);
            default ->
                    throw new IllegalStateException(
                            "no rendering for " + part.getClass().getName());
        };
    }

    /** The keys of a record type with the components they come from. */
    private record Shape(Map<RegoString, RecordComponent> components) {
        static Shape of(Class<?> type) {
            Map<RegoString, RecordComponent> components = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.put(RegoString.of(snakeCase(component.getName())), component);
            }
            return new Shape(components);
        }

        Value render(Record one) {
            RegoObject.Builder object = RegoObject.builder();
            components.forEach((key, component) -> {
                try {
                    object.put(key, rendered(component.getAccessor().invoke(one)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("facts are public records", e);
                }
            });
            return object.build();
        }
    }

    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
