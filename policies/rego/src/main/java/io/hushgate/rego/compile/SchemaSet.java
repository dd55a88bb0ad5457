package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas by the references under which METADATA names them, such as {@code schema.input}.
 * Immutable. Where there is no set at all, such references are not looked at, as with OPA; with a
 * set, one that it does not have is an error.
 *
 * <p>The schema at {@code schema} itself is that of the input of every rule and query.
 */
public final class SchemaSet {
    /** No schemas, and nobody misses any. */
    public static final SchemaSet NONE = new SchemaSet(null);

    private final @Nullable Map<Ref, Value> schemas;

    private SchemaSet(@Nullable Map<Ref, Value> schemas) {
        this.schemas = schemas;
    }

    /** A set with nothing in it: references to schemas are errors. */
    public static SchemaSet empty() {
        return new SchemaSet(Map.of());
    }

    /**
     * This set and one schema more.
     *
     * @param path the words after {@code schema}; none for the schema of the input
     */
    public SchemaSet with(List<String> path, Value schema) {
        Map<Ref, Value> more = schemas == null ? new HashMap<>() : new HashMap<>(schemas);
        List<Term> parts = new ArrayList<>();
        parts.add(Var.of("schema"));
        path.forEach(word -> parts.add(Scalar.Text.of(word)));
        more.put(new Ref(parts, Location.NONE), schema);
        return new SchemaSet(more);
    }

    /** Whether references to schemas are followed. */
    public boolean isPresent() {
        return schemas != null;
    }

    /** The schema that a reference names. */
    public Optional<Value> find(Ref reference) {
        return schemas == null ? Optional.empty() : Optional.ofNullable(schemas.get(reference));
    }

    /** The schema of the input, if there is one. */
    public Optional<Value> input() {
        return find(new Ref(List.of(Var.of("schema")), Location.NONE));
    }
}
