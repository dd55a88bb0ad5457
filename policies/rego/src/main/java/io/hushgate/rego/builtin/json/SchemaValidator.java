package io.hushgate.rego.builtin.json;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.builtin.pattern.Regexes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a document against a JSON schema (drafts 4, 6 and 7, as far as validation goes: formats are
 * notes, and references stay within the schema).
 */
final class SchemaValidator {
    /** References that lead in circles end here. */
    private static final int MAX_DEPTH = 256;

    private static final String ROOT = "(root)";

    private final BuiltinContext context;
    private final Value root;
    private final List<SchemaComplaint> complaints = new ArrayList<>();
    private int depth;

    SchemaValidator(BuiltinContext context, Value root) {
        this.context = context;
        this.root = root;
    }

    List<SchemaComplaint> validate(Value document) {
        validate(root, document, ROOT);
        return complaints;
    }

    private void complain(String kind, String field, String description) {
        complaints.add(new SchemaComplaint(kind, field, description));
    }

    private static String below(String field, String key) {
        return field.equals(ROOT) ? key : field + "." + key;
    }

    private void validate(Value schema, Value value, String field) {
        context.step(1);
        if (++depth > MAX_DEPTH) {
            throw BuiltinError.of("the schema goes more than %d levels deep".formatted(MAX_DEPTH));
        }
        if (schema.equals(RegoBoolean.FALSE)) {
            complain("false", field, "False always fails validation");
        } else if (schema instanceof RegoObject object) {
            Value reference = object.get("$ref");
            if (reference instanceof RegoString pointer) {
                validate(resolve(pointer.value()), value, field);
            } else {
                keywords(object, value, field);
            }
        }
        depth--;
    }

    private Value resolve(String reference) {
        if (!reference.startsWith("#")) {
            throw BuiltinError.of("remote references are not followed: " + reference);
        }
        Value found = root;
        for (Value segment : JsonPath.parse(RegoString.of(reference.substring(1)))) {
            Value next = found.get(segment);
            if (next == null) {
                throw BuiltinError.of("Object has no key '%s'".formatted(Formatting.bare(segment)));
            }
            found = next;
        }
        return found;
    }

    private boolean fits(Value schema, Value value, String field) {
        int before = complaints.size();
        validate(schema, value, field);
        boolean fits = complaints.size() == before;
        complaints.subList(before, complaints.size()).clear();
        return fits;
    }

    private void keywords(RegoObject schema, Value value, String field) {
        if (!type(schema, value, field)) {
            return;
        }
        constants(schema, value, field);
        combinations(schema, value, field);
        switch (value) {
            case RegoNumber number -> number(schema, number, field);
            case RegoString string -> string(schema, string, field);
            case RegoArray array -> new SchemaArrays(this).check(schema, array, field);
            case RegoObject object -> object(schema, object, field);
            default -> {}
        }
    }

    private boolean type(RegoObject schema, Value value, String field) {
        Value wanted = schema.get("type");
        if (wanted == null) {
            return true;
        }
        RegoArray types = wanted instanceof RegoArray array ? array : RegoArray.of(wanted);
        String given = typeOf(value);
        for (Value type : types) {
            String name = Formatting.bare(type);
            if (name.equals(given) || (name.equals("number") && given.equals("integer"))) {
                return true;
            }
        }
        String expected = names(types, ",");
        complain(
                "invalid_type",
                field,
                "Invalid type. Expected: %s, given: %s".formatted(expected, given));
        return false;
    }

    private static String typeOf(Value value) {
        return value instanceof RegoNumber number && number.isInteger()
                ? "integer"
                : value instanceof RegoSet ? "array" : value.kind().text();
    }

    private static String names(RegoArray values, String separator) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(Formatting.bare(value)));
        return String.join(separator, names);
    }

    private void constants(RegoObject schema, Value value, String field) {
        Value constant = schema.get("const");
        if (constant != null && !constant.equals(value)) {
            complain("const", field, "%s does not match: %s".formatted(field, constant));
        }
        if (schema.get("enum") instanceof RegoArray allowed) {
            for (Value one : allowed) {
                if (one.equals(value)) {
                    return;
                }
            }
            List<String> texts = new ArrayList<>();
            allowed.forEach(one -> texts.add(one.toString()));
            complain(
                    "enum",
                    field,
                    "%s must be one of the following: %s"
                            .formatted(field, String.join(", ", texts)));
        }
    }

    private void combinations(RegoObject schema, Value value, String field) {
        if (schema.get("anyOf") instanceof RegoArray any && count(any, value, field) == 0) {
            complain("number_any_of", field, "Must validate at least one schema (anyOf)");
        }
        if (schema.get("oneOf") instanceof RegoArray one && count(one, value, field) != 1) {
            complain("number_one_of", field, "Must validate one and only one schema (oneOf)");
        }
        if (schema.get("allOf") instanceof RegoArray all) {
            int before = complaints.size();
            all.forEach(inner -> validate(inner, value, field));
            if (complaints.size() > before) {
                complain("number_all_of", field, "Must validate all the schemas (allOf)");
            }
        }
        Value not = schema.get("not");
        if (not != null && fits(not, value, field)) {
            complain("number_not", field, "Must not validate the schema (not)");
        }
        Value condition = schema.get("if");
        if (condition != null) {
            boolean holds = fits(condition, value, field);
            Value branch = schema.get(holds ? "then" : "else");
            if (branch != null && !fits(branch, value, field)) {
                complain(
                        holds ? "condition_then" : "condition_else",
                        field,
                        holds
                                ? "Must validate \"then\" as \"if\" was valid"
                                : "Must validate \"else\" as \"if\" was not valid");
            }
        }
    }

    private int count(RegoArray schemas, Value value, String field) {
        int count = 0;
        for (Value schema : schemas) {
            count += fits(schema, value, field) ? 1 : 0;
        }
        return count;
    }

    private void number(RegoObject schema, RegoNumber number, String field) {
        BigDecimal value = number.bigDecimal();
        bound(schema, "minimum", "exclusiveMinimum", value, field, 1);
        bound(schema, "maximum", "exclusiveMaximum", value, field, -1);
        if (schema.get("multipleOf") instanceof RegoNumber factor
                && factor.signum() != 0
                && value.remainder(factor.bigDecimal()).signum() != 0) {
            complain("multiple_of", field, "Must be a multiple of " + factor);
        }
    }

    /**
     * Draft 4 has the exclusive bound as a boolean beside the bound, later drafts as a bound of its
     * own.
     */
    private void bound(
            RegoObject schema,
            String keyword,
            String exclusiveKeyword,
            BigDecimal value,
            String field,
            int sign) {
        Value exclusive = schema.get(exclusiveKeyword);
        boolean strict = RegoBoolean.TRUE.equals(exclusive);
        if (schema.get(keyword) instanceof RegoNumber bound) {
            int order = value.compareTo(bound.bigDecimal()) * sign;
            if (order < 0 || (strict && order == 0)) {
                complainBound(field, bound, strict, sign);
            }
        }
        if (exclusive instanceof RegoNumber bound
                && value.compareTo(bound.bigDecimal()) * sign <= 0) {
            complainBound(field, bound, true, sign);
        }
    }

    private void complainBound(String field, RegoNumber bound, boolean strict, int sign) {
        String kind = "number_" + (sign > 0 ? "g" : "l") + (strict ? "t" : "te");
        String relation = sign > 0 ? "greater than" : "less than";
        complain(
                kind,
                field,
                "Must be %s%s %s".formatted(relation, strict ? "" : " or equal to", bound));
    }

    private void string(RegoObject schema, RegoString string, String field) {
        if (schema.get("minLength") instanceof RegoNumber least
                && BigDecimal.valueOf(string.length()).compareTo(least.bigDecimal()) < 0) {
            complain(
                    "string_gte", field, "String length must be greater than or equal to " + least);
        }
        if (schema.get("maxLength") instanceof RegoNumber most
                && BigDecimal.valueOf(string.length()).compareTo(most.bigDecimal()) > 0) {
            complain("string_lte", field, "String length must be less than or equal to " + most);
        }
        if (schema.get("pattern") instanceof RegoString pattern
                && !Regexes.compile(pattern.value()).matcher(string.value()).find()) {
            complain("pattern", field, "Does not match pattern '%s'".formatted(pattern.value()));
        }
    }

    private void object(RegoObject schema, RegoObject object, String field) {
        if (schema.get("required") instanceof RegoArray required) {
            for (Value key : required) {
                if (object.get(key) == null) {
                    complain("required", field, Formatting.bare(key) + " is required");
                }
            }
        }
        int size = object.size();
        if (schema.get("minProperties") instanceof RegoNumber least
                && BigDecimal.valueOf(size).compareTo(least.bigDecimal()) < 0) {
            complain(
                    "array_min_properties",
                    field,
                    "Must have at least %s properties".formatted(least));
        }
        if (schema.get("maxProperties") instanceof RegoNumber most
                && BigDecimal.valueOf(size).compareTo(most.bigDecimal()) > 0) {
            complain(
                    "array_max_properties",
                    field,
                    "Must have at most %s properties".formatted(most));
        }
        for (int i = 0; i < size; i++) {
            property(schema, object.keyAt(i), object.valueAt(i), field);
        }
        dependencies(schema, object, field);
    }

    private void property(RegoObject schema, Value key, Value value, String field) {
        String name = Formatting.bare(key);
        String inner = below(field, name);
        boolean known = false;
        Value own = schema.get("properties") instanceof RegoObject named ? named.get(key) : null;
        if (own != null) {
            known = true;
            validate(own, value, inner);
        }
        if (schema.get("patternProperties") instanceof RegoObject patterns) {
            for (int i = 0; i < patterns.size(); i++) {
                String pattern = Formatting.bare(patterns.keyAt(i));
                if (Regexes.compile(pattern).matcher(name).find()) {
                    known = true;
                    validate(patterns.valueAt(i), value, inner);
                }
            }
        }
        Value names = schema.get("propertyNames");
        if (names != null && !fits(names, key, field)) {
            complain(
                    "invalid_property_name",
                    field,
                    "Property name of \"%s\" does not match".formatted(name));
        }
        Value additional = schema.get("additionalProperties");
        if (!known && RegoBoolean.FALSE.equals(additional)) {
            complain(
                    "additional_property_not_allowed",
                    field,
                    "Additional property %s is not allowed".formatted(name));
        } else if (!known && additional != null) {
            validate(additional, value, inner);
        }
    }

    private void dependencies(RegoObject schema, RegoObject object, String field) {
        if (!(schema.get("dependencies") instanceof RegoObject dependencies)) {
            return;
        }
        for (int i = 0; i < dependencies.size(); i++) {
            Value needed = dependencies.valueAt(i);
            if (object.get(dependencies.keyAt(i)) == null) {
                continue;
            }
            if (needed instanceof RegoArray keys) {
                for (Value key : keys) {
                    if (object.get(key) == null) {
                        complain(
                                "missing_dependency",
                                field,
                                "Has a dependency on " + Formatting.bare(key));
                    }
                }
            } else {
                validate(needed, object, field);
            }
        }
    }

    /** The keywords of arrays, apart to keep both halves readable. */
    private record SchemaArrays(SchemaValidator validator) {
        void check(RegoObject schema, RegoArray array, String field) {
            int size = array.size();
            if (schema.get("minItems") instanceof RegoNumber least
                    && BigDecimal.valueOf(size).compareTo(least.bigDecimal()) < 0) {
                validator.complain(
                        "array_min_items",
                        field,
                        "Array must have at least %s items".formatted(least));
            }
            if (schema.get("maxItems") instanceof RegoNumber most
                    && BigDecimal.valueOf(size).compareTo(most.bigDecimal()) > 0) {
                validator.complain(
                        "array_max_items",
                        field,
                        "Array must have at most %s items".formatted(most));
            }
            if (RegoBoolean.TRUE.equals(schema.get("uniqueItems"))
                    && RegoSet.of(array.toArray()).size() < size) {
                validator.complain("unique", field, "array items must be unique");
            }
            Value contains = schema.get("contains");
            if (contains != null && noneFits(contains, array, field)) {
                validator.complain("contains", field, "At least one of the items must match");
            }
            items(schema, array, field);
        }

        private boolean noneFits(Value schema, RegoArray array, String field) {
            for (Value element : array) {
                if (validator.fits(schema, element, field)) {
                    return false;
                }
            }
            return true;
        }

        private void items(RegoObject schema, RegoArray array, String field) {
            Value items = schema.get("items");
            int listed = items instanceof RegoArray list ? list.size() : 0;
            Value additional = schema.get("additionalItems");
            for (int i = 0; i < array.size(); i++) {
                String inner = below(field, Integer.toString(i));
                Value own =
                        items instanceof RegoArray list ? (i < listed ? list.at(i) : null) : items;
                if (own != null) {
                    validator.validate(own, array.at(i), inner);
                } else if (items != null && RegoBoolean.FALSE.equals(additional)) {
                    validator.complain(
                            "array_no_additional_items",
                            field,
                            "No additional items allowed on array");
                    return;
                } else if (items != null && additional != null) {
                    validator.validate(additional, array.at(i), inner);
                }
            }
        }
    }
}
