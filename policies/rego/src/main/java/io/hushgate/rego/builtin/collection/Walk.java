package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** {@code walk}: a value and everything within it, each with its path, outermost first. */
public final class Walk {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.relation(
                            "walk",
                            "(any) => array<array[any], any>",
                            (context, a, next) -> pairs(context, a[0], next)));

    /** A collection and how far it was visited. */
    private static final class Frame {
        private final Value collection;
        private int next;

        Frame(Value collection) {
            this.collection = collection;
        }
    }

    private final BuiltinContext context;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Value[] path = new Value[16];

    private Walk(BuiltinContext context) {
        this.context = context;
    }

    /**
     * Walks the values alone, which is cheaper when nobody looks at the paths.
     *
     * @return the first answer that is not 0, else 0
     */
    public static int values(BuiltinContext context, Value root, ToIntFunction<Value> next) {
        return new Walk(context).run(root, next, false);
    }

    private static int pairs(BuiltinContext context, Value root, ToIntFunction<Value> next) {
        return new Walk(context).run(root, next, true);
    }

    private int run(Value root, ToIntFunction<Value> next, boolean paths) {
        int answer = visit(root, next, paths);
        while (answer == 0 && !open.isEmpty()) {
            Frame frame = open.getFirst();
            int index = frame.next++;
            int level = open.size() - 1;
            if (index >= size(frame.collection)) {
                open.pop();
            } else {
                if (paths) {
                    remember(level, key(frame.collection, index));
                }
                answer = visit(child(frame.collection, index), next, paths);
            }
        }
        return answer;
    }

    private int visit(Value value, ToIntFunction<Value> next, boolean paths) {
        context.step(paths ? 1 + open.size() / 8 : 1);
        int level = open.size();
        Value shown =
                paths ? RegoArray.of(RegoArray.owning(Arrays.copyOf(path, level)), value) : value;
        int answer = next.applyAsInt(shown);
        if (answer == 0 && size(value) > 0) {
            open.push(new Frame(value));
        }
        return answer;
    }

    private void remember(int level, Value key) {
        if (level == path.length) {
            path = Arrays.copyOf(path, level * 2);
        }
        path[level] = key;
    }

    private static int size(Value value) {
        return switch (value) {
            case RegoArray array -> array.size();
            case RegoObject object -> object.size();
            case RegoSet set -> set.size();
            default -> 0;
        };
    }

    private static Value key(Value collection, int index) {
        return switch (collection) {
            case RegoObject object -> object.keyAt(index);
            case RegoSet set -> set.at(index);
            default -> RegoNumber.of(index);
        };
    }

    private static Value child(Value collection, int index) {
        return switch (collection) {
            case RegoArray array -> array.at(index);
            case RegoObject object -> object.valueAt(index);
            case RegoSet set -> set.at(index);
            default -> throw new IllegalStateException("a scalar has no children");
        };
    }
}
