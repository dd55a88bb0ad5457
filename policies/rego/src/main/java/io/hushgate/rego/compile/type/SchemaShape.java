package io.hushgate.rego.compile.type;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a JSON schema says about the shape of a document, before it becomes a type: {@code allOf}
 * puts several of these together.
 *
 * @param types the names of types that are allowed; empty if the schema names none
 * @param items one schema for all elements, or one for each of the first
 * @param itemsForAll which of the two
 */
record SchemaShape(
        RegoObject schema,
        TreeSet<String> types,
        List<Property> properties,
        List<Value> items,
        boolean itemsForAll) {
    /** A property and the schema of its value. */
    record Property(RegoString name, Value schema) {}

    static SchemaShape of(RegoObject schema) {
        TreeSet<String> types = new TreeSet<>();
        switch (schema.get("type")) {
            case RegoString type -> types.add(type.value());
            case RegoArray array -> array.forEach(type -> addName(type, types));
            case null, default -> {}
        }
        List<Property> properties = new ArrayList<>();
        if (schema.get("properties") instanceof RegoObject object) {
            object.forEach((name, value) -> {
                if (name instanceof RegoString text) {
                    properties.add(new Property(text, value));
                }
            });
        }
        Value items = schema.get("items");
        boolean each = items instanceof RegoArray;
        return new SchemaShape(
                schema,
                types,
                properties,
                items instanceof RegoArray array
                        ? List.of(array.toArray())
                        : Optional.ofNullable(items).stream().toList(),
                !each);
    }

    private static void addName(Value type, TreeSet<String> types) {
        if (type instanceof RegoString text) {
            types.add(text.value());
        }
    }

    boolean is(String type) {
        return types.contains(type);
    }

    boolean isTyped() {
        return !types.isEmpty();
    }

    /** The shape with the type that its keywords speak of. */
    SchemaShape withImpliedType() {
        TreeSet<String> implied = new TreeSet<>(types);
        if (!properties.isEmpty()) {
            implied.add("object");
        } else if (!items.isEmpty()) {
            implied.add("array");
        }
        return new SchemaShape(schema, implied, properties, items, itemsForAll);
    }

    /**
     * This shape and what another one says about parts of which this one says nothing.
     *
     * @throws SchemaProblem if they speak of different types
     */
    SchemaShape merge(SchemaShape other) {
        if (!types.equals(other.types)) {
            throw new SchemaProblem(
                    "type checking: unable to merge these schemas: type mismatch: %s and %s"
                            .formatted(names(types), names(other.types)));
        }
        List<Property> allProperties = new ArrayList<>(properties);
        if (!properties.isEmpty()) {
            allProperties.addAll(other.properties);
        }
        List<Value> allItems = new ArrayList<>(items);
        if (!items.isEmpty()) {
            for (int i = 0; i < other.items.size(); i++) {
                if (i >= allItems.size()) {
                    allItems.add(other.items.get(i));
                } else if (!typesOf(allItems.get(i)).equals(typesOf(other.items.get(i)))) {
                    throw new SchemaProblem("type checking: unable to merge these schemas");
                }
            }
        }
        return new SchemaShape(schema, types, allProperties, allItems, itemsForAll);
    }

    private static TreeSet<String> typesOf(Value schema) {
        return schema instanceof RegoObject object ? of(object).types : new TreeSet<>();
    }

    private static String names(TreeSet<String> types) {
        return types.isEmpty() ? "undefined" : String.join(",", types);
    }
}
