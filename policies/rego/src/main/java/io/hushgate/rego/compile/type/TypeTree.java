package io.hushgate.rego.compile.type;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.type.RegoType;
import io.hushgate.rego.type.RegoType.AnyOf;
import io.hushgate.rego.type.RegoType.Entries;
import io.hushgate.rego.type.RegoType.ObjectOf;
import io.hushgate.rego.type.RegoType.SetOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types by path: of variables at the root, of rules and builtins below. */
final class TypeTree {
    private final Map<Term, TypeTree> children = new LinkedHashMap<>();
    private @Nullable RegoType type;

    /** The type that stands exactly here. */
    @Nullable RegoType type() {
        return type;
    }

    @Nullable TypeTree child(Term key) {
        return children.get(ConstantTerms.canonical(key));
    }

    Map<Term, TypeTree> children() {
        return children;
    }

    /** Sets the type at a path, whatever was there. */
    void put(List<Term> path, RegoType newType) {
        TypeTree node = this;
        for (Term key : path) {
            node = node.step(key);
        }
        node.type = newType;
    }

    /**
     * Adds a type at a path: it is united with what is there, and with objects that stand on the
     * way or below.
     *
     * @param keyType tells the type of a key
     */
    void insert(Ref path, RegoType added, Function<Term, @Nullable RegoType> keyType) {
        TypeTree node = this;
        List<Term> keys = path.parts();
        for (int i = 0; i < keys.size(); i++) {
            node = node.step(keys.get(i));
            if (node.type instanceof ObjectOf object && i + 1 < keys.size()) {
                node.type = widen(object, keys.subList(i + 1, keys.size()), added, keyType);
            }
        }
        node.type = merge(node.type, added);
        if (added instanceof ObjectOf && !node.children.isEmpty()) {
            TypeTree top = node;
            node.eachLeaf(
                    new ArrayList<>(),
                    (rest, leaf) -> {
                        if (top.type instanceof ObjectOf object) {
                            top.type = widen(object, rest, leaf, keyType);
                        }
                    });
        }
    }

    private TypeTree step(Term key) {
        return children.computeIfAbsent(ConstantTerms.canonical(key), _ -> new TypeTree());
    }

    private void eachLeaf(List<Term> path, BiConsumer<List<Term>, RegoType> action) {
        children.forEach((key, child) -> {
            List<Term> longer = new ArrayList<>(path);
            longer.add(key);
            if (child.type == null) {
                child.eachLeaf(longer, action);
            } else {
                action.accept(longer, child.type);
            }
        });
    }

    /** An object that may have something of {@code added} type at a path inside of it. */
    private static RegoType widen(
            ObjectOf object,
            List<Term> path,
            RegoType added,
            Function<Term, @Nullable RegoType> keyType) {
        RegoType value =
                path.size() == 1
                        ? added
                        : widen(
                                new ObjectOf(List.of(), null),
                                path.subList(1, path.size()),
                                added,
                                keyType);
        RegoType key = Types.orAny(keyType.apply(path.getFirst()));
        Entries rest = object.rest();
        Entries wider =
                rest == null
                        ? new Entries(key, value)
                        : new Entries(
                                Types.orAny(Types.or(rest.key(), key)),
                                Types.orAny(Types.or(rest.value(), value)));
        return Types.object(object.fixed(), wider);
    }

    /** Like a union, but collections of open type are united inside. */
    private static @Nullable RegoType merge(@Nullable RegoType a, @Nullable RegoType b) {
        if (a == null) {
            return b;
        }
        if (b == null) {
            return a;
        }
        if (a instanceof SetOf(var left) && b instanceof SetOf(var right)) {
            return new SetOf(Types.orAny(Types.or(left, right)));
        }
        Entries left = open(a);
        Entries right = open(b);
        if (left != null && right != null) {
            return Types.object(
                    List.of(),
                    new Entries(
                            Types.orAny(Types.or(left.key(), right.key())),
                            Types.orAny(merge(left.value(), right.value()))));
        }
        if (a instanceof AnyOf && !(b instanceof AnyOf)) {
            return Types.or(b, a);
        }
        return Types.or(a, b);
    }

    /** The entries of an object of which no key is known. */
    private static @Nullable Entries open(RegoType type) {
        return type instanceof ObjectOf(var fixed, var rest) && fixed.isEmpty() ? rest : null;
    }
}
