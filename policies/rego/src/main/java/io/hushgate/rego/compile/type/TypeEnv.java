package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.Property;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the types of variables, rules and builtins at one point. Layered: what a
 * layer does not know is asked of the one below.
 */
public final class TypeEnv {
    private final TypeTree tree;

    /** Where types of variables are kept: in this layer, or for a {@code with} in the one below. */
    private final TypeTree vars;

    private final @Nullable TypeEnv below;

    /** Types of comprehensions that have been checked, each at the place where it stands. */
    private final IdentityHashMap<Comprehension, RegoType> closures = new IdentityHashMap<>();

    private TypeEnv(TypeTree tree, TypeTree vars, @Nullable TypeEnv below) {
        this.tree = tree;
        this.vars = vars;
        this.below = below;
    }

    /** Knows nothing yet. */
    static TypeEnv empty() {
        TypeTree tree = new TypeTree();
        return new TypeEnv(tree, tree, null);
    }

    /** A layer for a body or rule. */
    TypeEnv layer() {
        TypeTree own = new TypeTree();
        return new TypeEnv(own, own, this);
    }

    /** A layer for one expression with modifiers: its variables outlive it. */
    TypeEnv modified(TypeTree replaced) {
        return new TypeEnv(replaced, vars, this);
    }

    TypeTree tree() {
        return tree;
    }

    @Nullable TypeEnv below() {
        return below;
    }

    void putVar(Term v, RegoType type) {
        vars.put(List.of(v), type);
    }

    void putClosure(Comprehension comprehension, RegoType type) {
        closures.put(comprehension, type);
    }

    /** The type of a term; null if a part of it is not known. */
    @Nullable RegoType type(Term term) {
        return switch (term) {
            case Scalar.Null _ -> RegoType.Scalar.NULL;
            case Scalar.Bool _ -> RegoType.Scalar.BOOLEAN;
            case Scalar.Num _ -> RegoType.Scalar.NUMBER;
            case Scalar.Text _, TemplateString _ -> RegoType.Scalar.STRING;
            case Var v -> var(v);
            case Ref ref -> ref(ref);
            case Call _ -> null;
            case ArrayTerm(var items, _) -> array(items);
            case SetTerm(var items, _) -> set(items);
            case ObjectTerm(var entries, _) -> object(entries);
            case Comprehension comprehension -> closure(comprehension);
        };
    }

    private @Nullable RegoType var(Var v) {
        for (TypeEnv env = this; env != null; env = env.below) {
            TypeTree node = env.tree.child(v);
            if (node != null) {
                return node.type();
            }
        }
        return null;
    }

    private @Nullable RegoType closure(Comprehension comprehension) {
        for (TypeEnv env = this; env != null; env = env.below) {
            RegoType type = env.closures.get(comprehension);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private @Nullable RegoType array(List<Term> items) {
        List<RegoType> fixed = new ArrayList<>(items.size());
        for (Term item : items) {
            RegoType type = type(item);
            if (type == null) {
                return null;
            }
            fixed.add(type);
        }
        return Types.array(fixed, fixed.isEmpty() ? RegoType.ANY : null);
    }

    private RegoType set(List<Term> items) {
        RegoType member = null;
        for (Term item : items) {
            member = Types.or(member, type(item));
        }
        return Types.bounded(new SetOf(Types.orAny(member)));
    }

    private @Nullable RegoType object(List<ObjectTerm.Entry> entries) {
        List<Property> fixed = new ArrayList<>(entries.size());
        Entries rest = null;
        for (ObjectTerm.Entry entry : entries) {
            RegoType value = type(entry.value());
            if (value == null) {
                return null;
            }
            Optional<Value> constant = ConstantTerms.value(entry.key());
            if (constant.isPresent()) {
                fixed.add(new Property(constant.get(), value));
                continue;
            }
            RegoType key = type(entry.key());
            if (key == null) {
                return null;
            }
            rest = new Entries(key, value);
        }
        return Types.object(
                fixed,
                fixed.isEmpty() && rest == null ? new Entries(RegoType.ANY, RegoType.ANY) : rest);
    }

    /** The type of what a reference leads to; null if nothing is known or nothing can be there. */
    @Nullable RegoType ref(Ref ref) {
        for (TypeEnv env = this; env != null; env = env.below) {
            Optional<Found> found = env.find(ref);
            if (found.isPresent()) {
                return found.get().type();
            }
        }
        return Roots.NAMES.contains(ref.head().toString()) ? RegoType.ANY : null;
    }

    /** An answer; that nothing can be there is one, too. */
    private record Found(@Nullable RegoType type) {}

    /** What this layer alone knows; empty if another must be asked. */
    private Optional<Found> find(Ref ref) {
        TypeTree node = tree.child(ref.head());
        List<Term> keys = ref.path();
        for (int i = 0; node != null && i < keys.size(); i++) {
            Term key = keys.get(i);
            TypeTree child = node.child(key);
            if (node.type() != null && child == null) {
                return Optional.of(new Found(select(node.type(), keys.subList(i, keys.size()))));
            }
            if (!ConstantTerms.isConstant(key) && node.type() == null) {
                return Optional.of(new Found(select(extent(node), keys.subList(i, keys.size()))));
            }
            node = child;
        }
        return node == null ? Optional.empty() : Optional.of(new Found(extent(node)));
    }

    /** The type of a place: its own, or an object of what is known below it. */
    static RegoType extent(TypeTree node) {
        RegoType own = node.type();
        if (own != null) {
            return own;
        }
        List<Property> fixed = new ArrayList<>();
        node.children()
                .forEach((key, child) ->
                        ConstantTerms.value(key)
                                .ifPresent(value -> fixed.add(new Property(value, extent(child)))));
        return Types.object(fixed, new Entries(RegoType.Scalar.STRING, RegoType.ANY));
    }

    /** The type at a path inside of a type; variables stand for any key. */
    private static @Nullable RegoType select(@Nullable RegoType type, List<Term> path) {
        RegoType found = type;
        for (Term key : path) {
            if (found == null) {
                return null;
            }
            RegoType of = found;
            found =
                    key instanceof Scalar
                            ? ConstantTerms.value(key)
                                    .map(value -> Types.select(of, value))
                                    .orElse(null)
                            : Types.values(of);
        }
        return found;
    }
}
