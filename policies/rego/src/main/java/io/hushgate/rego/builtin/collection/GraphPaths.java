package io.hushgate.rego.builtin.collection;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * {@code graph.reachable_paths}: the paths from a start until there is nowhere new to go.
 *
 * <p>As in OPA the vertices already seen are shared by all paths from one edge of a start, so a
 * path may end where another one passed.
 */
final class GraphPaths {
    private final BuiltinContext context;
    private final RegoObject graph;
    private final RegoSet.Builder found = RegoSet.builder();

    private GraphPaths(BuiltinContext context, RegoObject graph) {
        this.context = context;
        this.graph = graph;
    }

    static RegoSet find(BuiltinContext context, Value[] a) {
        GraphPaths paths = new GraphPaths(context, Operands.object(a, 0));
        for (Value start : Graphs.starts(a)) {
            Value edges = paths.graph.get(start);
            if (edges == null) {
                continue;
            }
            Iterable<Value> neighbours = Graphs.neighbours(edges);
            if (Graphs.isEmpty(neighbours)) {
                paths.found.add(RegoArray.of(start));
            }
            for (Value neighbour : neighbours) {
                paths.follow(start, neighbour);
            }
        }
        return paths.found.build();
    }

    /** A vertex on the path and its edges that are still to be followed. */
    private record Step(Value vertex, Iterator<Value> edges) {}

    private void follow(Value start, Value first) {
        RegoSet.Builder reached = RegoSet.builder();
        reached.add(start);
        List<Value> path = new ArrayList<>(List.of(start));
        Deque<Step> open = new ArrayDeque<>();
        enter(first, path, open);
        while (!open.isEmpty()) {
            Step step = open.getFirst();
            if (!step.edges.hasNext()) {
                open.pop();
                path.removeLast();
                continue;
            }
            Value neighbour = step.edges.next();
            if (reached.contains(neighbour)) {
                commit(path);
            } else {
                reached.add(step.vertex);
                enter(neighbour, path, open);
            }
        }
    }

    private void enter(Value vertex, List<Value> path, Deque<Step> open) {
        Value edges = graph.get(vertex);
        if (edges == null) {
            commit(path);
            return;
        }
        path.add(vertex);
        Iterable<Value> neighbours = Graphs.neighbours(edges);
        if (Graphs.isEmpty(neighbours)) {
            commit(path);
            path.removeLast();
        } else {
            open.push(new Step(vertex, neighbours.iterator()));
        }
    }

    private void commit(List<Value> path) {
        context.step(path.size());
        found.add(RegoArray.of(path));
    }
}
