package io.hushgate.rego.value;

import java.util.ArrayDeque;
import java.util.Deque;

/** Walks a value in printing order with a stack of its own, for the two writers. */
final class ValueVisit {
    /** What a writer is told, in order. */
    interface Listener {
        void scalar(Value value);

        /** The object to print in place of another one, which has the keys in the order wanted. */
        default RegoObject arranged(RegoObject object) {
            return object;
        }

        /** A collection starts. Its members, if any, are at {@code level}, which counts from 1. */
        void open(Value collection, int level);

        /** Comes before each element, member or key; {@code index} counts from 0. */
        void next(int index, int level);

        /**
         * Prints an object's key and returns true, or returns false to have it walked like any
         * value.
         */
        boolean key(Value key);

        /** Comes between a key and its value. */
        void colon();

        void close(Value collection, int level);
    }

    private static final class Frame {
        private final Value collection;
        private final int size;
        private int next;
        private boolean valueIsNext;

        Frame(Value collection, int size) {
            this.collection = collection;
            this.size = size;
        }
    }

    private final Listener listener;
    private final Deque<Frame> open = new ArrayDeque<>();

    private ValueVisit(Listener listener) {
        this.listener = listener;
    }

    static void walk(Value root, Listener listener) {
        ValueVisit visit = new ValueVisit(listener);
        visit.enter(root);
        while (!visit.open.isEmpty()) {
            visit.step(visit.open.getFirst());
        }
    }

    private void step(Frame frame) {
        int level = open.size();
        if (frame.valueIsNext && frame.collection instanceof RegoObject object) {
            listener.colon();
            frame.valueIsNext = false;
            enter(object.valueAt(frame.next++));
            return;
        }
        if (frame.next == frame.size) {
            open.pop();
            listener.close(frame.collection, level);
            return;
        }
        listener.next(frame.next, level);
        switch (frame.collection) {
            case RegoArray array -> enter(array.at(frame.next++));
            case RegoSet set -> enter(set.at(frame.next++));
            case RegoObject object -> {
                frame.valueIsNext = true;
                Value key = object.keyAt(frame.next);
                if (!listener.key(key)) {
                    enter(key);
                }
            }
            case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _ ->
                    throw new IllegalStateException("a scalar has no members");
        }
    }

    private void enter(Value value) {
        switch (value) {
            case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _ -> listener.scalar(value);
            case RegoArray array -> push(array, array.size());
            case RegoSet set -> push(set, set.size());
            case RegoObject object -> {
                RegoObject arranged = listener.arranged(object);
                push(arranged, arranged.size());
            }
        }
    }

    private void push(Value collection, int size) {
        open.push(new Frame(collection, size));
        listener.open(collection, open.size());
    }
}
