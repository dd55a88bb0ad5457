package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Annotations;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.compile.unit.MetadataChains;
import io.hushgate.rego.compile.unit.RuleUnit;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that METADATA gives to parts of the input and of base data, by JSON schemas ({@code
 * schemas: [{input.user: schema.user}]}). What stands nearer to a rule comes later and overrides
 * what was said about the same place, or about a place around it; the scopes are, from far to near,
 * subpackages, package, document and rule.
 */
public final class DeclaredTypes {
    /** Nothing is declared. */
    public static final DeclaredTypes NONE = new DeclaredTypes(_ -> List.of(), null);

    private static final Entries ANYTHING = new Entries(RegoType.ANY, RegoType.ANY);

    private final Function<RuleUnit, List<Annotations>> chains;
    private final @Nullable Function<Ref, Optional<Value>> schemas;
    private final Map<Ref, RegoType> known = new HashMap<>();

    private DeclaredTypes(
            Function<RuleUnit, List<Annotations>> chains,
            @Nullable Function<Ref, Optional<Value>> schemas) {
        this.chains = chains;
        this.schemas = schemas;
    }

    /**
     * The declarations of all modules.
     *
     * @param schemas finds the schema of a reference; null when references are not to be followed
     */
    public static DeclaredTypes of(
            MetadataChains chains, @Nullable Function<Ref, Optional<Value>> schemas) {
        return new DeclaredTypes(chains::chainOf, schemas);
    }

    /** What is known inside of a rule: what is known outside, and what is declared for the rule. */
    TypeEnv inside(RuleUnit rule, TypeEnv outside, List<RegoError> found) {
        List<Annotations> chain = chains.apply(rule);
        if (chain.stream().allMatch(block -> block.schemas().isEmpty())) {
            return outside.layer();
        }
        TypeEnv env = outside.layer();
        for (Annotations block : chain.reversed()) {
            for (Annotations.Schema schema : block.schemas()) {
                try {
                    declare(schema, env);
                } catch (SchemaProblem problem) {
                    found.add(new RegoError(ErrorCode.TYPE, problem.text(), rule.location()));
                }
            }
        }
        return env.layer();
    }

    private void declare(Annotations.Schema schema, TypeEnv env) {
        RegoType type = type(schema);
        Ref path = schema.path();
        if (type == null || path.size() == 0) {
            return;
        }
        int known = path.size() == 1 ? 1 : knownPrefix(path, env);
        if (known == 0 || known == path.size()) {
            env.tree().put(path.parts(), type);
        } else {
            Ref prefix = path.prefix(known);
            List<Term> keys = path.parts().subList(known, path.size());
            env.tree().put(prefix.parts(), override(env.ref(prefix), values(keys), type));
        }
    }

    private @Nullable RegoType type(Annotations.Schema schema) {
        if (schema.schema().isEmpty()) {
            Value definition =
                    schema.definition()
                            .flatMap(ConstantTerms::value)
                            .orElseThrow(() -> new SchemaProblem("no schema as input to compile"));
            return SchemaTypes.of(definition);
        }
        if (schemas == null) {
            return null;
        }
        Ref reference = schema.schema().get();
        RegoType before = known.get(reference);
        if (before != null) {
            return before;
        }
        Value found =
                schemas.apply(reference)
                        .orElseThrow(() -> new SchemaProblem("undefined schema: " + reference));
        RegoType type = SchemaTypes.of(found);
        known.put(reference, type);
        return type;
    }

    /** Length of the shortest part of a path about which something is known; 0 if there is none. */
    private static int knownPrefix(Ref path, TypeEnv env) {
        for (int length = 1; length < path.size(); length++) {
            if (env.ref(path.prefix(length)) != null) {
                return length;
            }
        }
        return 0;
    }

    private static List<Value> values(List<Term> keys) {
        List<Value> values = new ArrayList<>();
        for (Term key : keys) {
            values.add(
                    ConstantTerms.value(key)
                            .orElseThrow(() ->
                                    new SchemaProblem("error getting key from value: " + key)));
        }
        return values;
    }

    /** A type in which something of another type stands at a path. */
    private static RegoType override(@Nullable RegoType type, List<Value> path, RegoType inner) {
        if (path.isEmpty()) {
            return inner;
        }
        Value key = path.getFirst();
        List<Value> rest = path.subList(1, path.size());
        ObjectOf object =
                type instanceof ObjectOf known ? known : new ObjectOf(List.of(), ANYTHING);
        List<Property> properties = new ArrayList<>();
        boolean found = false;
        for (Property property : object.fixed()) {
            boolean here = property.key().equals(key);
            found |= here;
            properties.add(
                    here ? new Property(key, override(property.value(), rest, inner)) : property);
        }
        if (!found) {
            properties.add(new Property(key, nested(rest, inner, object.rest())));
        }
        return Types.object(properties, object.rest());
    }

    private static RegoType nested(List<Value> path, RegoType inner, @Nullable Entries others) {
        RegoType type = inner;
        for (Value key : path.reversed()) {
            type = Types.object(List.of(new Property(key, type)), others);
        }
        return type;
    }
}
