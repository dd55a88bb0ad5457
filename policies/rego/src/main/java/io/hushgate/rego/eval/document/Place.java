package io.hushgate.rego.eval.document;

import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path under {@code data} at or below which there are rules. Either a document or a function is
 * here, or further places are below. Lowering grows the tree; evaluation only reads it.
 */
public final class Place {
    private static final Comparator<Place> BY_KEY =
            (left, right) -> left.key().compareTo(right.key());

    private final int number;
    private final List<Value> path;
    private final Map<Value, Place> children = new HashMap<>();

    /** The children in the order of their keys, once somebody has asked for it. */
    private @Nullable List<Place> inOrder;

    private @Nullable Document document;
    private boolean isFunction;

    /**
     * @param number of the place within its program, by which {@code with} hides it
     */
    public Place(int number, List<Value> path) {
        this.number = number;
        this.path = List.copyOf(path);
    }

    public int number() {
        return number;
    }

    /** The keys under {@code data}. */
    public List<Value> path() {
        return path;
    }

    public @Nullable Place child(Value key) {
        return children.get(key);
    }

    /** The places directly below, in the order of their keys. */
    public Collection<Place> children() {
        List<Place> known = inOrder;
        if (known == null) {
            known = new ArrayList<>(children.values());
            known.sort(BY_KEY);
            inOrder = known;
        }
        return known;
    }

    /** Adds a place directly below. */
    public Place grow(int newNumber, Value key) {
        List<Value> longer = new ArrayList<>(path);
        longer.add(key);
        Place child = new Place(newNumber, longer);
        children.put(key, child);
        inOrder = null;
        return child;
    }

    /** The document whose rules are here, or null. */
    public @Nullable Document document() {
        return document;
    }

    public void hold(Document rules) {
        document = rules;
    }

    /** Whether a function is here, which is no part of any document. */
    public boolean isFunction() {
        return isFunction;
    }

    public void holdFunction() {
        isFunction = true;
    }

    /** The path as references are written, such as {@code data.app.allow}. */
    static String name(List<Value> path) {
        StringBuilder name = new StringBuilder("data");
        for (Value key : path) {
            if (key instanceof RegoString text) {
                name.append('.').append(text.value());
            } else {
                name.append('[').append(key).append(']');
            }
        }
        return name.toString();
    }

    /** The last key of the path. */
    public Value key() {
        return path.getLast();
    }

    /**
     * The value here in a scope, base data merged with what rules define, or null when undefined.
     * Where both have a value of their own, a rule's reference yields the rule's and a package's
     * the base one.
     */
    public @Nullable Value value(Scope scope) {
        if (scope.overrides().hides(number)) {
            return scope.data(path);
        }
        if (document != null) {
            return document.value(scope);
        }
        Value base = scope.data(path);
        Value virtual = isFunction ? null : virtual(scope);
        if (base == null || virtual == null) {
            return base == null ? virtual : base;
        }
        return merge(base, virtual);
    }

    /** What the rules at and below define; a package without any defined rule is empty. */
    private RegoObject virtual(Scope scope) {
        RegoObject.Builder object = RegoObject.builder();
        for (Place child : children()) {
            Value value = child.part(scope);
            if (value != null) {
                object.put(child.key(), value);
            }
        }
        return object.build();
    }

    private @Nullable Value part(Scope scope) {
        if (document != null || scope.overrides().hides(number)) {
            return value(scope);
        }
        return isFunction ? null : virtual(scope);
    }

    private static Value merge(Value base, Value virtual) {
        if (!(base instanceof RegoObject below) || !(virtual instanceof RegoObject above)) {
            return base;
        }
        RegoObject.Builder merged = above.toBuilder();
        below.forEach((key, value) -> {
            Value other = above.get(key);
            merged.put(key, other == null ? value : merge(value, other));
        });
        return merged.build();
    }
}
