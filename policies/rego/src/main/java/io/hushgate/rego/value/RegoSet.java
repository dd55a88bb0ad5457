package io.hushgate.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A set of values. Positions and iteration follow the order of values; look-up is by hash. */
public final class RegoSet extends Value implements Iterable<Value> {
    public static final RegoSet EMPTY = new RegoSet(new Value[0], new HashIndex());

    /** As they came; {@link #index} refers to these positions. */
    private final Value[] members;

    private final HashIndex index;
    private final int depth;
    private @Nullable Sorted sorted;

    /** Safe to publish by a data race, because the field is final. */
    private static final class Sorted {
        private final Value[] members;

        Sorted(Value[] members) {
            this.members = members;
        }
    }

    private RegoSet(Value[] members, HashIndex index) {
        this.members = members;
        this.index = index;
        this.depth = Deep.above(members);
    }

    public static RegoSet of(Value... members) {
        Builder builder = builder();
        for (Value member : members) {
            builder.add(member);
        }
        return builder.build();
    }

    public static RegoSet of(Collection<? extends Value> members) {
        Builder builder = builder();
        members.forEach(builder::add);
        return builder.build();
    }

    public int size() {
        return members.length;
    }

    public boolean contains(Value member) {
        return index.find(members, members.length, member) >= 0;
    }

    @Override
    public @Nullable Value get(Value key) {
        int position = index.find(members, members.length, key);
        return position < 0 ? null : members[position];
    }

    /** The member at a position of the sorted order. */
    public Value at(int position) {
        return sorted()[position];
    }

    private Value[] sorted() {
        Sorted known = sorted;
        if (known == null) {
            if (Deep.isDeep(this)) {
                Deep.settleBelow(this);
            }
            known = new Sorted(Order.sort(members));
            sorted = known;
        }
        return known.members;
    }

    /** Walks the members in order. */
    @Override
    public Iterator<Value> iterator() {
        return new RegoArray.ArrayIterator(sorted());
    }

    /** The members in order, as an array. */
    public RegoArray toSortedArray() {
        return RegoArray.of(sorted());
    }

    @Override
    public Kind kind() {
        return Kind.SET;
    }

    @Override
    int depth() {
        return depth;
    }

    @Override
    int memberCount() {
        return members.length;
    }

    @Override
    Value member(int index) {
        return members[index];
    }

    @Override
    void settle() {
        super.settle();
        sorted = new Sorted(Order.sort(members));
    }

    @Override
    boolean isSettled() {
        return sorted != null && super.isSettled();
    }

    @Override
    int computeHash() {
        int h = 0x7b7d;
        for (Value member : members) {
            h += Order.mix(member.hashCode());
        }
        return h == 0 ? 1 : h;
    }

    @Override
    boolean sameAs(Value other) {
        RegoSet that = (RegoSet) other;
        if (members.length != that.members.length) {
            return false;
        }
        for (Value member : members) {
            if (!that.contains(member)) {
                return false;
            }
        }
        return true;
    }

    @Override
    int compareSameKind(Value other) {
        return Arrays.compare(sorted(), ((RegoSet) other).sorted());
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the members of one set. Not reusable after {@link #build()}. */
    public static final class Builder {
        private Value[] members = new Value[8];
        private final HashIndex index = new HashIndex();
        private int size;

        private Builder() {}

        /** Adds a member and says whether it is new. */
        public boolean add(Value member) {
            if (index.find(members, size, member) >= 0) {
                return false;
            }
            if (size == members.length) {
                members = Arrays.copyOf(members, size * 2);
            }
            members[size++] = member;
            index.added(members, size);
            return true;
        }

        public boolean contains(Value member) {
            return index.find(members, size, member) >= 0;
        }

        public int size() {
            return size;
        }

        public RegoSet build() {
            return size == 0 ? EMPTY : new RegoSet(Arrays.copyOf(members, size), index);
        }
    }
}
