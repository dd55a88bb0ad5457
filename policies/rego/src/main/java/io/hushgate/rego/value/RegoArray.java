package io.hushgate.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A sequence of values. */
public final class RegoArray extends Value implements Iterable<Value> {
    public static final RegoArray EMPTY = new RegoArray(new Value[0]);

    private final Value[] elements;
    private final int depth;

    private RegoArray(Value[] elements) {
        this.elements = elements;
        this.depth = Deep.above(elements);
    }

    public static RegoArray of(Value... elements) {
        return elements.length == 0 ? EMPTY : new RegoArray(elements.clone());
    }

    public static RegoArray of(Collection<? extends Value> elements) {
        return elements.isEmpty() ? EMPTY : new RegoArray(elements.toArray(Value[]::new));
    }

    /** Takes the array over without copying it; the caller must not keep it. */
    public static RegoArray owning(Value[] elements) {
        return elements.length == 0 ? EMPTY : new RegoArray(elements);
    }

    public int size() {
        return elements.length;
    }

    public Value at(int index) {
        return elements[index];
    }

    /** The elements in {@code [from, to)}, which must lie within the array. */
    public RegoArray slice(int from, int to) {
        return owning(Arrays.copyOfRange(elements, from, to));
    }

    /** A copy that the caller may change. */
    public Value[] toArray() {
        return elements.clone();
    }

    @Override
    public @Nullable Value get(Value key) {
        if (key instanceof RegoNumber number && number.isLong()) {
            long index = number.longValue();
            if (index >= 0 && index < elements.length) {
                return elements[(int) index];
            }
        }
        return null;
    }

    @Override
    public Iterator<Value> iterator() {
        return new ArrayIterator(elements);
    }

    @Override
    public Kind kind() {
        return Kind.ARRAY;
    }

    @Override
    int depth() {
        return depth;
    }

    @Override
    int memberCount() {
        return elements.length;
    }

    @Override
    Value member(int index) {
        return elements[index];
    }

    @Override
    int computeHash() {
        int h = 0x5b5d;
        for (Value element : elements) {
            h = 31 * h + element.hashCode();
        }
        return h == 0 ? 1 : h;
    }

    @Override
    boolean sameAs(Value other) {
        return Arrays.equals(elements, ((RegoArray) other).elements);
    }

    @Override
    int compareSameKind(Value other) {
        return Arrays.compare(elements, ((RegoArray) other).elements);
    }

    /** Walks an array without the boxing and copying of a list view. */
    static final class ArrayIterator implements Iterator<Value> {
        private final Value[] elements;
        private int next;

        ArrayIterator(Value[] elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        public Value next() {
            if (next >= elements.length) {
                throw new NoSuchElementException();
            }
            return elements[next++];
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the elements of one array. Not reusable after {@link #build()}. */
    public static final class Builder {
        private Value[] elements = new Value[8];
        private int size;

        private Builder() {}

        public Builder add(Value element) {
            if (size == elements.length) {
                elements = Arrays.copyOf(elements, size * 2);
            }
            elements[size++] = element;
            return this;
        }

        public int size() {
            return size;
        }

        public RegoArray build() {
            return owning(size == elements.length ? elements : Arrays.copyOf(elements, size));
        }
    }
}
