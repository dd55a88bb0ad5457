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
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.ArrayOf;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.SetOf;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits terms to types, and gives variables the types that make them fit. */
final class Inference {
    private final TypeEnv env;

    Inference(TypeEnv env) {
        this.env = env;
    }

    /** Whether the two sides of {@code =} can be equal; types their variables. */
    boolean unify(Term a, Term b) {
        RegoType left = env.type(a);
        RegoType right = env.type(b);
        if (left != null && right != null) {
            return Compatibility.fits(left, right);
        }
        if (right != null) {
            return fit(a, right);
        }
        if (left != null) {
            return fit(b, left);
        }
        return unifyUnknown(a, b);
    }

    private boolean unifyUnknown(Term a, Term b) {
        return switch (a) {
            case Var v ->
                    switch (b) {
                        case Var other -> fit(v, RegoType.ANY) && fit(other, typeOf(v));
                        case ArrayTerm _, ObjectTerm _ -> unifyUnknown(b, v);
                        default -> false;
                    };
            case ArrayTerm array ->
                    switch (b) {
                        case Var v -> fit(array, RegoType.ANY) && fit(v, typeOf(array));
                        case ArrayTerm other -> unifyAll(array.items(), other.items());
                        default -> false;
                    };
            case ObjectTerm object ->
                    switch (b) {
                        case Var v -> fit(object, RegoType.ANY) && fit(v, typeOf(object));
                        case ObjectTerm other -> unifyObjects(object, other);
                        default -> false;
                    };
            default -> false;
        };
    }

    private RegoType typeOf(Term term) {
        return Types.orAny(env.type(term));
    }

    private boolean unifyAll(List<Term> a, List<Term> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!unify(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean unifyObjects(ObjectTerm a, ObjectTerm b) {
        if (a.entries().size() != b.entries().size()) {
            return false;
        }
        Map<Term, Term> values = new HashMap<>();
        b.entries().forEach(entry -> values.put(entry.key(), entry.value()));
        for (ObjectTerm.Entry entry : a.entries()) {
            Term other = values.get(entry.key());
            if (other == null || !unify(entry.value(), other)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a term can be of a type; types its variables. */
    boolean fit(Term term, RegoType type) {
        return fit(term, type, false);
    }

    /**
     * @param widen whether variables that have a type get another one beside it
     */
    private boolean fit(Term term, @Nullable RegoType type, boolean widen) {
        return switch (term) {
            case Var v -> fitVar(v, type, widen);
            case ArrayTerm array ->
                    switch (type) {
                        case ArrayOf of -> fitArray(array, of, widen);
                        case AnyOf any -> fitAny(array, array.items(), any);
                        case null, default -> false;
                    };
            case ObjectTerm object ->
                    switch (type) {
                        case ObjectOf of -> fitObject(object, of, widen);
                        case AnyOf any -> fitAny(object, parts(object), any);
                        case null, default -> false;
                    };
            case SetTerm set ->
                    switch (type) {
                        case SetOf(var member) ->
                                set.items().stream().allMatch(item -> fit(item, member, widen));
                        case AnyOf any -> fitAny(set, set.items(), any);
                        case null, default -> false;
                    };
            case Ref _, Comprehension _, Scalar _, Call _, TemplateString _ ->
                    Compatibility.fits(env.type(term), type);
        };
    }

    private boolean fitVar(Var v, @Nullable RegoType type, boolean widen) {
        RegoType known = env.type(v);
        if (known != null && !widen) {
            return Compatibility.fits(known, type);
        }
        RegoType united = Types.or(known, type);
        if (united != null) {
            env.putVar(v, united);
        }
        return true;
    }

    private boolean fitAny(Term term, List<Term> parts, AnyOf any) {
        if (any.isAnything()) {
            parts.forEach(part -> fit(part, any, true));
            return true;
        }
        boolean fits = false;
        for (RegoType member : any.of()) {
            fits |= fit(term, member, true);
        }
        return fits;
    }

    private boolean fitArray(ArrayTerm array, ArrayOf type, boolean widen) {
        List<Term> items = array.items();
        if (items.size() != type.fixed().size() && type.rest() == null) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!fit(items.get(i), Types.element(type, i), widen)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitObject(ObjectTerm object, ObjectOf type, boolean widen) {
        if (object.entries().size() != type.fixed().size() && type.rest() == null) {
            return false;
        }
        for (ObjectTerm.Entry entry : object.entries()) {
            Optional<Value> key = ConstantTerms.value(entry.key());
            if (key.isEmpty()) {
                fit(entry.value(), RegoType.ANY, widen);
                continue;
            }
            RegoType value = Types.select(type, key.get());
            if (value == null || !fit(entry.value(), value, widen)) {
                return false;
            }
        }
        return true;
    }

    private static List<Term> parts(ObjectTerm object) {
        return object.entries().stream()
                .<Term>mapMulti((entry, out) -> {
                    out.accept(entry.key());
                    out.accept(entry.value());
                })
                .toList();
    }
}
