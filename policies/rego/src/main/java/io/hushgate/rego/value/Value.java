package io.hushgate.rego.value;

import org.jspecify.annotations.Nullable;

/**
 * One Rego value: immutable and safe to share between threads.
 *
 * <p>Equality is Rego's ({@code 1 == 1.0}), the order is OPA's total order (null, false, true,
 * numbers, strings by code point, arrays, objects, sets), and both agree with {@link #hashCode()}.
 * Undefined is Java's {@code null}: a look-up that finds nothing returns {@code null}, and no value
 * ever contains one.
 *
 * <p>Hash, order, equality and printing need bounded stack at any nesting depth.
 */
public abstract sealed class Value implements Comparable<Value>
        permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

    /** Cached hash; 0 until it is computed, which at worst happens twice. */
    private int hash;

    Value() {}

    public abstract Kind kind();

    /**
     * Levels of collections: 0 for a scalar and for an empty collection's members, 1 for {@code
     * []}.
     */
    int depth() {
        return 0;
    }

    /**
     * The value under {@code key}, or null when undefined: an array's element at an integral
     * number, an object's value at a key, a set's member that equals {@code key}. Scalars have
     * none. Allocates nothing.
     */
    public @Nullable Value get(Value key) {
        return null;
    }

    /** True for everything but {@code false}: what a statement of a rule body needs to hold. */
    public final boolean isTruthy() {
        return !(this instanceof RegoBoolean bool) || bool.value();
    }

    /** Computes the hash; members' hashes come through their own {@link #hashCode()}. Never 0. */
    abstract int computeHash();

    /** Equality with a value of the same kind, another identity and an equal hash. */
    abstract boolean sameAs(Value other);

    /** Order against a value of the same kind. */
    abstract int compareSameKind(Value other);

    @Override
    public final int hashCode() {
        int h = hash;
        if (h == 0) {
            if (Deep.isDeep(this)) {
                Deep.settleBelow(this);
            }
            h = computeHash();
            hash = h;
        }
        return h;
    }

    /** Number of values directly inside: elements, members, or keys and values. */
    int memberCount() {
        return 0;
    }

    /** One of the values directly inside, in no particular order. */
    Value member(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Computes hash and order, which are then kept. */
    void settle() {
        hash = computeHash();
    }

    /** True when {@link #settle()} was done or nothing is left for it to do. */
    boolean isSettled() {
        return hash != 0;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Value that)
                || kind() != that.kind()
                || hashCode() != that.hashCode()) {
            return false;
        }
        return Deep.isDeep(this) ? Deep.compare(this, that) == 0 : sameAs(that);
    }

    @Override
    public final int compareTo(Value that) {
        if (this == that) {
            return 0;
        }
        Kind mine = kind();
        Kind theirs = that.kind();
        if (mine != theirs) {
            return mine.compareTo(theirs);
        }
        return Deep.isDeep(this) && Deep.isDeep(that)
                ? Deep.compare(this, that)
                : compareSameKind(that);
    }

    /**
     * The value as Rego source text, collections sorted: what {@code sprintf("%v")} prints inside
     * one.
     */
    @Override
    public final String toString() {
        return RegoText.of(this);
    }
}
