package io.hushgate.report.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON that this program wrote, as a tree. Depth and size are held by the parser's limits. */
public sealed interface Json {
    /** An object; the members in their order. */
    record Members(Map<String, Json> values) implements Json {}

    /** An array. */
    record Elements(List<Json> values) implements Json {}

    /** A string, or a number or boolean as it is written. */
    record Text(String value) implements Json {}

    /** The value null. */
    record Nothing() implements Json {}

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is not JSON
     */
    static Json parse(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return value(parser);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Json value(JsonParser parser) {
        @Nullable JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Json> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return new Members(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Json> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser));
            }
            return new Elements(elements);
        }
        if (token == null) {
            throw new IllegalArgumentException("not JSON: it is empty");
        }
        return token == JsonToken.VALUE_NULL ? new Nothing() : new Text(parser.getString());
    }

    /** The member of that name; empty where it is absent or null. */
    default Optional<Json> member(String name) {
        return this instanceof Members(var values)
                ? Optional.ofNullable(values.get(name)).filter(v -> !(v instanceof Nothing))
                : Optional.empty();
    }

    /** The member of that name, which has to be there. */
    default Json get(String name) {
        return member(name)
                .orElseThrow(() -> new IllegalArgumentException("it has no member " + name));
    }

    /** The text of the member of that name, which has to be there. */
    default String text(String name) {
        return get(name).text();
    }

    /** This as a text, a number's and a boolean's too. */
    default String text() {
        if (this instanceof Text(var value)) {
            return value;
        }
        throw new IllegalArgumentException("it is no single value");
    }

    /** The number at that name, which has to be there. */
    default long number(String name) {
        return Long.parseLong(text(name));
    }

    /** The boolean at that name; false where it is absent. */
    default boolean flag(String name) {
        return member(name).map(Json::text).map(Boolean::parseBoolean).orElse(false);
    }

    /** The elements at that name; none where it is absent. */
    default List<Json> list(String name) {
        return member(name).map(Json::elements).orElse(List.of());
    }

    /** This as an array. */
    default List<Json> elements() {
        if (this instanceof Elements(var values)) {
            return values;
        }
        throw new IllegalArgumentException("it is no array");
    }

    /** The texts at that name; none where it is absent. */
    default List<String> texts(String name) {
        return list(name).stream().map(Json::text).toList();
    }
}
