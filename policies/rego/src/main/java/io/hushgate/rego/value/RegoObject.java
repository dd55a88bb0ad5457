package io.hushgate.rego.value;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from values to values; keys need not be strings. Positions and iteration follow the order
 * of the keys; look-up is by hash.
 */
public final class RegoObject extends Value {
    public static final RegoObject EMPTY =
            new RegoObject(new Value[0], new Value[0], new HashIndex());

    /** As they came; {@link #index} refers to these positions. */
    private final Value[] keys;

    private final Value[] values;
    private final HashIndex index;
    private final int depth;
    private @Nullable Sorted sorted;

    /** Safe to publish by a data race, because the fields are final. */
    private static final class Sorted {
        private final Value[] keys;
        private final Value[] values;

        Sorted(Value[] keys, Value[] values) {
            this.keys = keys;
            this.values = values;
        }
    }

    private RegoObject(Value[] keys, Value[] values, HashIndex index) {
        this.keys = keys;
        this.values = values;
        this.index = index;
        this.depth = Math.max(Deep.above(keys), Deep.above(values));
    }

    public static RegoObject of(Value key, Value value) {
        return new RegoObject(new Value[] {key}, new Value[] {value}, new HashIndex());
    }

    public int size() {
        return keys.length;
    }

    @Override
    public @Nullable Value get(Value key) {
        int position = index.find(keys, keys.length, key);
        return position < 0 ? null : values[position];
    }

    /** The value under a string key, for callers outside of the evaluator. */
    public @Nullable Value get(String key) {
        return get(RegoString.of(key));
    }

    public boolean containsKey(Value key) {
        return index.find(keys, keys.length, key) >= 0;
    }

    /** The key at a position of the sorted order. */
    public Value keyAt(int position) {
        return sorted().keys[position];
    }

    /** The value whose key is at a position of the sorted order. */
    public Value valueAt(int position) {
        return sorted().values[position];
    }

    /** Visits the entries in the order of their keys. */
    public void forEach(BiConsumer<? super Value, ? super Value> visitor) {
        Sorted entries = sorted();
        for (int i = 0; i < entries.keys.length; i++) {
            visitor.accept(entries.keys[i], entries.values[i]);
        }
    }

    /** The keys in order. */
    public RegoArray sortedKeys() {
        return RegoArray.of(sorted().keys);
    }

    /** This object with one entry set or replaced. */
    public RegoObject with(Value key, Value value) {
        return toBuilder().put(key, value).build();
    }

    private Sorted sorted() {
        Sorted known = sorted;
        if (known == null) {
            if (Deep.isDeep(this)) {
                Deep.settleBelow(this);
            }
            known = sort();
            sorted = known;
        }
        return known;
    }

    private Sorted sort() {
        int @Nullable [] order = Order.of(keys);
        return order == null
                ? new Sorted(keys, values)
                : new Sorted(Order.pick(keys, order), Order.pick(values, order));
    }

    @Override
    public Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    int depth() {
        return depth;
    }

    @Override
    int memberCount() {
        return keys.length * 2;
    }

    @Override
    Value member(int index) {
        return index < keys.length ? keys[index] : values[index - keys.length];
    }

    @Override
    void settle() {
        super.settle();
        sorted = sort();
    }

    @Override
    boolean isSettled() {
        return sorted != null && super.isSettled();
    }

    @Override
    int computeHash() {
        int h = 0x7b3a7d;
        for (int i = 0; i < keys.length; i++) {
            h += Order.mix(31 * keys[i].hashCode() + values[i].hashCode());
        }
        return h == 0 ? 1 : h;
    }

    @Override
    boolean sameAs(Value other) {
        RegoObject that = (RegoObject) other;
        if (keys.length != that.keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            Value theirs = that.get(keys[i]);
            if (theirs == null || !theirs.equals(values[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    int compareSameKind(Value other) {
        Sorted mine = sorted();
        Sorted theirs = ((RegoObject) other).sorted();
        int end = Math.min(mine.keys.length, theirs.keys.length);
        for (int i = 0; i < end; i++) {
            int order = mine.keys[i].compareTo(theirs.keys[i]);
            if (order == 0) {
                order = mine.values[i].compareTo(theirs.values[i]);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.keys.length, theirs.keys.length);
    }

    public static Builder builder() {
        return new Builder(8);
    }

    /** A builder that already holds this object's entries. */
    public Builder toBuilder() {
        Builder builder = new Builder(keys.length + 1);
        for (int i = 0; i < keys.length; i++) {
            builder.put(keys[i], values[i]);
        }
        return builder;
    }

    /** Collects the entries of one object. Not reusable after {@link #build()}. */
    public static final class Builder {
        private Value[] keys;
        private Value[] values;
        private final HashIndex index = new HashIndex();
        private int size;

        private Builder(int capacity) {
            keys = new Value[capacity];
            values = new Value[capacity];
        }

        /** Sets an entry; a later value replaces an earlier one. */
        public Builder put(Value key, Value value) {
            int position = index.find(keys, size, key);
            if (position >= 0) {
                values[position] = value;
            } else {
                append(key, value);
            }
            return this;
        }

        public Builder put(String key, Value value) {
            return put(RegoString.of(key), value);
        }

        /** Adds an entry unless the key is there, whose value is then returned; else null. */
        public @Nullable Value putIfAbsent(Value key, Value value) {
            int position = index.find(keys, size, key);
            if (position >= 0) {
                return values[position];
            }
            append(key, value);
            return null;
        }

        private void append(Value key, Value value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, Math.max(8, size * 2));
                values = Arrays.copyOf(values, keys.length);
            }
            keys[size] = key;
            values[size] = value;
            size++;
            index.added(keys, size);
        }

        public @Nullable Value get(Value key) {
            int position = index.find(keys, size, key);
            return position < 0 ? null : values[position];
        }

        public int size() {
            return size;
        }

        public RegoObject build() {
            return size == 0
                    ? EMPTY
                    : new RegoObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size), index);
        }
    }
}
