package io.hushgate.rego.ast;

import java.util.ArrayList;
import java.util.List;

/**
 * A path into a document: {@code data.a["b c"][x]}.
 *
 * @param parts the head (a variable, or any composite term or call that is looked into), then the
 *     keys; constant keys are {@link Scalar.Text}, whether written with a dot or in brackets. Never
 *     empty
 */
public record Ref(List<Term> parts, Location location) implements Term {
    public Ref {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a reference has at least a head");
        }
    }

    /** A reference of constant keys. */
    public static Ref of(Location location, String head, String... keys) {
        List<Term> parts = new ArrayList<>(keys.length + 1);
        parts.add(new Var(head, location));
        for (String key : keys) {
            parts.add(new Scalar.Text(key, location));
        }
        return new Ref(parts, location);
    }

    public Term head() {
        return parts.getFirst();
    }

    /** The keys after the head. */
    public List<Term> path() {
        return parts.subList(1, parts.size());
    }

    public int size() {
        return parts.size();
    }

    public Ref append(Term key) {
        List<Term> longer = new ArrayList<>(parts);
        longer.add(key);
        return new Ref(longer, location);
    }

    public Ref appendAll(List<? extends Term> keys) {
        List<Term> longer = new ArrayList<>(parts);
        longer.addAll(keys);
        return new Ref(longer, location);
    }

    /** The first {@code length} parts. */
    public Ref prefix(int length) {
        return new Ref(parts.subList(0, length), location);
    }

    public boolean startsWith(Ref prefix) {
        return prefix.size() <= size() && parts.subList(0, prefix.size()).equals(prefix.parts);
    }

    /** Up to, and without, the first key that is not a constant. */
    public Ref groundPrefix() {
        for (int i = 1; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof Scalar)) {
                return prefix(i);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
