package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.builtin.pattern.Regexes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a document is a JSON schema, in the words of the Go library that OPA uses. */
public final class SchemaSyntax {
    private static final List<String> TYPES =
            List.of("array", "boolean", "integer", "number", "null", "object", "string");

    /** Keywords whose value is one schema. */
    private static final Set<String> ONE =
            Set.of(
                    "not",
                    "additionalProperties",
                    "additionalItems",
                    "contains",
                    "propertyNames",
                    "if",
                    "then",
                    "else");

    /** Keywords whose value is an object of schemas. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "definitions", "$defs");

    /** Keywords whose value is an array of schemas. */
    private static final Set<String> MANY = Set.of("allOf", "anyOf", "oneOf");

    private SchemaSyntax() {}

    /**
     * Does nothing if the document is a schema.
     *
     * @throws BuiltinError if it is none
     */
    public static void check(Value root) {
        Deque<Value> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Value schema = open.pop();
            if (schema instanceof RegoBoolean) {
                continue;
            }
            if (!(schema instanceof RegoObject object)) {
                throw BuiltinError.of("schema is invalid: must be an object or a boolean");
            }
            checkTypes(object.get("type"));
            for (int i = 0; i < object.size(); i++) {
                if (object.keyAt(i) instanceof RegoString keyword) {
                    addInner(keyword.value(), object.valueAt(i), open);
                }
            }
        }
    }

    private static void addInner(String keyword, Value value, Deque<Value> open) {
        if (ONE.contains(keyword) || (keyword.equals("items") && !(value instanceof RegoArray))) {
            open.push(value);
        } else if (MANY.contains(keyword) || keyword.equals("items")) {
            if (!(value instanceof RegoArray schemas)) {
                throw BuiltinError.of(keyword + " must be an array");
            }
            schemas.forEach(open::push);
        } else if (NAMED.contains(keyword)) {
            if (!(value instanceof RegoObject schemas)) {
                throw BuiltinError.of("Invalid type. Expected: valid schema, given: " + keyword);
            }
            schemas.forEach((_, schema) -> open.push(schema));
        } else if (keyword.equals("pattern") && value instanceof RegoString pattern) {
            Regexes.compile(pattern.value());
        } else if (keyword.equals("required") && !(value instanceof RegoArray)) {
            throw BuiltinError.of("required must be an array");
        }
    }

    private static void checkTypes(@Nullable Value types) {
        switch (types) {
            case null -> {}
            case RegoString type -> checkType(type.value());
            case RegoArray array -> array.forEach(type -> checkType(Formatting.bare(type)));
            default -> throw BuiltinError.of("type must be a string or an array of strings");
        }
    }

    private static void checkType(String type) {
        if (!TYPES.contains(type)) {
            throw BuiltinError.of(
                    "has a primitive type that is NOT VALID -- given: /%s/ Expected valid values are:[%s]"
                            .formatted(type, String.join(" ", TYPES)));
        }
    }
}
