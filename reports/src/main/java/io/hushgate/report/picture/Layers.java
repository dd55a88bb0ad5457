package io.hushgate.report.picture;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the boxes of a picture into columns, so that arrows lead to the right, cross seldom and run
 * past boxes instead of behind them.
 *
 * <p>After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
 * structures" (1981): arrows that would close a circle are taken backwards, each box stands as far
 * left as its arrows let it, arrows over several columns get a gap in each, and a few sweeps order
 * every column by the mean place of its neighbours. No recursion. Time: sweeps times arrows times
 * columns, and sorting.
 */
final class Layers {
    private static final int SWEEPS = 8;

    /**
     * A box, or the gap in a column that an arrow runs through.
     *
     * @param box index in the picture; -1 for a gap
     */
    record Slot(int id, int box) {
        boolean isGap() {
            return box < 0;
        }
    }

    private final List<List<Slot>> columns = new ArrayList<>();
    private final List<List<Slot>> routes = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<List<Integer>> previous = new ArrayList<>();

    private Layers(Picture picture) {
        Map<String, Integer> index = new HashMap<>();
        for (Box box : picture.boxes()) {
            index.put(box.id(), index.size());
        }
        int[][] ends = new int[picture.arrows().size()][];
        for (int i = 0; i < ends.length; i++) {
            Arrow arrow = picture.arrows().get(i);
            ends[i] =
                    new int[] {
                        index.getOrDefault(arrow.from(), 0), index.getOrDefault(arrow.to(), 0)
                    };
        }
        boolean[] backwards = backwards(index.size(), ends);
        int[] column = columns(index.size(), ends, backwards);
        fill(column, ends, backwards);
        order();
    }

    static Layers of(Picture picture) {
        return new Layers(picture);
    }

    /** From the left; each from top to bottom. */
    List<List<Slot>> columns() {
        return columns;
    }

    /** For each arrow of the picture the boxes and gaps that it touches, from its beginning. */
    List<List<Slot>> routes() {
        return routes;
    }

    /** Which arrows lead back to a box that is being walked from. */
    private static boolean[] backwards(int size, int[][] ends) {
        List<List<Integer>> leaving = lists(size);
        for (int i = 0; i < ends.length; i++) {
            leaving.get(ends[i][0]).add(i);
        }
        boolean[] backwards = new boolean[ends.length];
        int[] state = new int[size];
        int[] at = new int[size];
        for (int root = 0; root < size; root++) {
            Deque<Integer> walk = new ArrayDeque<>();
            if (state[root] == 0) {
                state[root] = 1;
                walk.push(root);
            }
            while (!walk.isEmpty()) {
                int box = walk.peek();
                if (at[box] == leaving.get(box).size()) {
                    state[box] = 2;
                    walk.pop();
                    continue;
                }
                int arrow = leaving.get(box).get(at[box]++);
                int to = ends[arrow][1];
                backwards[arrow] = state[to] == 1;
                if (state[to] == 0) {
                    state[to] = 1;
                    walk.push(to);
                }
            }
        }
        return backwards;
    }

    /** One column after the last of those that lead here. */
    private static int[] columns(int size, int[][] ends, boolean[] backwards) {
        List<List<Integer>> leads = lists(size);
        int[] open = new int[size];
        for (int i = 0; i < ends.length; i++) {
            int from = ends[i][backwards[i] ? 1 : 0];
            int to = ends[i][backwards[i] ? 0 : 1];
            if (from != to) {
                leads.get(from).add(to);
                open[to]++;
            }
        }
        int[] column = new int[size];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int box = 0; box < size; box++) {
            if (open[box] == 0) {
                ready.add(box);
            }
        }
        while (!ready.isEmpty()) {
            int box = ready.poll();
            for (int to : leads.get(box)) {
                column[to] = Math.max(column[to], column[box] + 1);
                if (--open[to] == 0) {
                    ready.add(to);
                }
            }
        }
        return column;
    }

    private void fill(int[] column, int[][] ends, boolean[] backwards) {
        List<Slot> boxes = new ArrayList<>();
        for (int box = 0; box < column.length; box++) {
            boxes.add(slot(box, column[box]));
        }
        for (int i = 0; i < ends.length; i++) {
            int from = ends[i][backwards[i] ? 1 : 0];
            int to = ends[i][backwards[i] ? 0 : 1];
            List<Slot> route = new ArrayList<>(List.of(boxes.get(from)));
            for (int c = column[from] + 1; c < column[to]; c++) {
                route.add(slot(-1, c));
            }
            route.add(boxes.get(to));
            for (int j = 1; j < route.size() && from != to; j++) {
                next.get(route.get(j - 1).id()).add(route.get(j).id());
                previous.get(route.get(j).id()).add(route.get(j - 1).id());
            }
            routes.add(backwards[i] ? route.reversed() : route);
        }
    }

    private Slot slot(int box, int column) {
        while (columns.size() <= column) {
            columns.add(new ArrayList<>());
        }
        Slot slot = new Slot(next.size(), box);
        next.add(new ArrayList<>());
        previous.add(new ArrayList<>());
        columns.get(column).add(slot);
        return slot;
    }

    private void order() {
        double[] place = new double[next.size()];
        columns.forEach(column -> number(column, place));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            List<List<Integer>> towards = rightwards ? previous : next;
            for (List<Slot> column : rightwards ? columns : columns.reversed()) {
                double[] mean = new double[place.length];
                for (Slot slot : column) {
                    mean[slot.id()] =
                            towards.get(slot.id()).stream()
                                    .mapToDouble(id -> place[id])
                                    .average()
                                    .orElse(place[slot.id()]);
                }
                column.sort(Comparator.comparingDouble(slot -> mean[slot.id()]));
                number(column, place);
            }
        }
    }

    /** Places between 0 and 1, so that columns of different lengths compare. */
    private static void number(List<Slot> column, double[] place) {
        for (int i = 0; i < column.size(); i++) {
            place[column.get(i).id()] = (i + 0.5) / column.size();
        }
    }

    private static List<List<Integer>> lists(int size) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
