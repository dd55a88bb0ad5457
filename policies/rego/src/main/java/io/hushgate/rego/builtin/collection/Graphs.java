package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graphs as objects that map each vertex to the array or set of its neighbours. */
public final class Graphs {
    private static final String ARGUMENTS =
            "(object[any: any<array[any], set[any]>], any<array[any], set[any]>) => ";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("graph.reachable", ARGUMENTS + "set[any]", Graphs::reachable),
                    Builtin.of(
                            "graph.reachable_paths",
                            ARGUMENTS + "set[array[any]]",
                            GraphPaths::find));

    private Graphs() {}

    private static RegoSet reachable(BuiltinContext context, Value[] a) {
        RegoObject graph = Operands.object(a, 0);
        RegoSet.Builder reached = RegoSet.builder();
        Deque<Value> open = new ArrayDeque<>();
        starts(a).forEach(open::add);
        while (!open.isEmpty()) {
            Value vertex = open.remove();
            Value edges = graph.get(vertex);
            if (edges != null && reached.add(vertex)) {
                for (Value neighbour : neighbours(edges)) {
                    context.step(1);
                    if (!reached.contains(neighbour)) {
                        open.add(neighbour);
                    }
                }
            }
        }
        return reached.build();
    }

    static Iterable<Value> starts(Value[] a) {
        return switch (a[1]) {
            case RegoArray array -> array;
            case RegoSet set -> set;
            default -> throw BuiltinError.type(2, a[1], "{array, set}");
        };
    }

    /** Anything but an array or a set leads nowhere. */
    static Iterable<Value> neighbours(@Nullable Value edges) {
        return switch (edges) {
            case RegoArray array -> array;
            case RegoSet set -> set;
            case null, default -> RegoArray.EMPTY;
        };
    }

    static boolean isEmpty(Iterable<Value> neighbours) {
        return !neighbours.iterator().hasNext();
    }
}
