package io.hushgate.rego.compile.type;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.json.JsonPath;
import io.hushgate.rego.builtin.json.SchemaSyntax;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.Scalar;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON schema into the type of the documents that it allows, as far as OPA's type checker
 * looks: {@code type}, {@code properties}, {@code items}, {@code anyOf}, {@code allOf} and {@code
 * $ref} within the schema. Other keywords narrow values, not types. An object with properties has
 * no others; of several names under {@code type} the first of boolean, string, number, object and
 * array counts.
 *
 * <p>Unlike OPA's, the type of a schema that contains itself is finite: anything at all some levels
 * down.
 */
final class SchemaTypes {
    /** References and parts within parts; beyond, anything goes. */
    private static final int MAX_DEPTH = 128;

    /** How deep a policy that is written by people goes into a tree of equal nodes. */
    private static final int MAX_UNROLLED = 4;

    /** Parts looked at, several times over if referred to so: a hostile schema has no end. */
    private static final int MAX_WORK = 50_000;

    /** The schemas of schemas, which JSON schema libraries know by heart. */
    private static final String META = "json-schema.org/";

    private final Value root;

    /** What references have led to. */
    private final Map<String, RegoType> references = new HashMap<>();

    /** How often each reference is being followed at the moment. */
    private final Map<String, Integer> open = new HashMap<>();

    private int depth;
    private int work;

    private SchemaTypes(Value root) {
        this.root = root;
    }

    /**
     * The type of what fits a schema.
     *
     * @throws SchemaProblem if it is no schema, or contradicts itself
     */
    static RegoType of(Value schema) {
        try {
            SchemaSyntax.check(schema);
        } catch (BuiltinError e) {
            throw new SchemaProblem("unable to compile the schema: " + e.getMessage());
        }
        return new SchemaTypes(schema).type(schema);
    }

    private RegoType type(Value schema) {
        if (depth >= MAX_DEPTH || ++work > MAX_WORK || !(schema instanceof RegoObject object)) {
            return RegoType.ANY;
        }
        depth++;
        try {
            return object.get("$ref") instanceof RegoString reference
                    ? reference(reference.value())
                    : type(SchemaShape.of(object), true, true);
        } finally {
            depth--;
        }
    }

    private RegoType reference(String reference) {
        RegoType known = references.get(reference);
        if (known != null) {
            return known;
        }
        int level = open.merge(reference, 1, Integer::sum);
        RegoType type = level > MAX_UNROLLED ? RegoType.ANY : type(resolve(reference));
        open.put(reference, level - 1);
        if (level == 1) {
            references.put(reference, type);
        }
        return type;
    }

    private Value resolve(String reference) {
        if (reference.contains(META)) {
            return RegoObject.EMPTY;
        }
        if (!reference.startsWith("#")) {
            throw new SchemaProblem(
                    "unable to compile the schema: remote reference loading disabled: "
                            + reference);
        }
        Value found = root;
        for (Value key : JsonPath.parse(RegoString.of(reference.substring(1)))) {
            Value next = found.get(key);
            if (next == null) {
                throw new SchemaProblem(
                        "unable to compile the schema: %s leads nowhere".formatted(reference));
            }
            found = next;
        }
        return found;
    }

    /**
     * @param any whether {@code anyOf} still counts
     * @param all whether {@code allOf} still counts
     */
    private RegoType type(SchemaShape shape, boolean any, boolean all) {
        if (any && shape.schema().get("anyOf") instanceof RegoArray alternatives) {
            return anyOf(shape, alternatives, all);
        }
        if (all && shape.schema().get("allOf") instanceof RegoArray parts) {
            return allOf(shape, parts);
        }
        if (shape.isTyped()) {
            RegoType declared = declared(shape);
            if (declared != null) {
                return declared;
            }
        }
        SchemaShape implied = shape.withImpliedType();
        RegoType type = implied.types().equals(shape.types()) ? null : declared(implied);
        return type == null ? RegoType.ANY : type;
    }

    private RegoType anyOf(SchemaShape shape, RegoArray alternatives, boolean all) {
        RegoType union = null;
        if (shape.isTyped()
                && type(shape, false, all) instanceof ObjectOf core
                && !core.fixed().isEmpty()
                && core.rest() == null) {
            union = core;
        }
        for (Value alternative : alternatives) {
            union = Types.or(type(alternative), union);
        }
        return Types.orAny(union);
    }

    private RegoType allOf(SchemaShape shape, RegoArray parts) {
        SchemaShape merged = null;
        for (Value part : parts) {
            SchemaShape next = part(part);
            if (next != null) {
                merged = merged == null ? next : merged.merge(next);
            }
        }
        if (merged == null) {
            return RegoType.ANY;
        }
        if (shape.isTyped()) {
            boolean both =
                    (shape.is("object") && merged.is("object"))
                            || (shape.is("array") && merged.is("array"));
            if (both) {
                merged = merged.merge(shape.withImpliedType());
            } else if (!shape.types().equals(merged.types())) {
                throw new SchemaProblem("type checking: unable to merge these schemas");
            }
        }
        return type(merged, true, true);
    }

    /**
     * A schema under {@code allOf}; null when it only names alternatives, which cannot be merged.
     */
    private @Nullable SchemaShape part(Value schema) {
        Value found = schema;
        for (int hops = 0; found.get(RegoString.of("$ref")) instanceof RegoString next; hops++) {
            if (hops == MAX_DEPTH) {
                return null;
            }
            found = resolve(next.value());
        }
        if (!(found instanceof RegoObject object)) {
            return null;
        }
        SchemaShape shape = SchemaShape.of(object).withImpliedType();
        return shape.isTyped() || object.get("anyOf") == null ? shape : null;
    }

    /** The type that is declared; null if there is none of its name. */
    private @Nullable RegoType declared(SchemaShape shape) {
        if (shape.is("boolean")) {
            return Scalar.BOOLEAN;
        }
        if (shape.is("string")) {
            return Scalar.STRING;
        }
        if (shape.is("integer") || shape.is("number")) {
            return Scalar.NUMBER;
        }
        if (shape.is("object")) {
            return object(shape);
        }
        return shape.is("array") ? array(shape) : null;
    }

    private RegoType object(SchemaShape shape) {
        if (shape.properties().isEmpty()) {
            return Types.object(List.of(), new Entries(RegoType.ANY, RegoType.ANY));
        }
        Map<RegoString, Property> properties = new HashMap<>();
        for (SchemaShape.Property property : shape.properties()) {
            properties.putIfAbsent(
                    property.name(), new Property(property.name(), type(property.schema())));
        }
        return Types.object(List.copyOf(properties.values()), null);
    }

    private RegoType array(SchemaShape shape) {
        if (shape.items().isEmpty()) {
            return Types.array(List.of(), RegoType.ANY);
        }
        if (shape.itemsForAll()) {
            return Types.array(List.of(), type(shape.items().getFirst()));
        }
        List<RegoType> elements = new ArrayList<>();
        shape.items().forEach(item -> elements.add(type(item)));
        return Types.array(elements, null);
    }
}
