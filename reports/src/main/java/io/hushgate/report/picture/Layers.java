package io.hushgate.report.picture;

import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Puts the boxes of a picture into columns, so that arrows lead to the right and cross seldom.
 *
 * <p>After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
 * structures" (1981), without dummy boxes: arrows that would close a circle are turned around, each
 * box stands as far left as its arrows let it, and a few sweeps order each column by the mean place
 * of its neighbours. Time: sweeps times arrows, and sorting.
 */
final class Layers {
    private static final int SWEEPS = 6;

    private final int[] column;
    private final int[][] next;
    private final int[][] previous;
    private final List<int[]> columns = new ArrayList<>();

    private Layers(int size, int[][] next) {
        this.next = next;
        this.previous = turned(size, next);
        this.column = new int[size];
    }

    /** The indexes of the boxes, column by column from the left, each from top to bottom. */
    static List<int[]> of(Picture picture) {
        Map<String, Integer> index = new HashMap<>();
        for (Box box : picture.boxes()) {
            index.put(box.id(), index.size());
        }
        List<List<Integer>> leads = new ArrayList<>();
        picture.boxes().forEach(_ -> leads.add(new ArrayList<>()));
        for (Arrow arrow : picture.arrows()) {
            int from = index.getOrDefault(arrow.from(), 0);
            int to = index.getOrDefault(arrow.to(), 0);
            if (from != to && !leads.get(from).contains(to)) {
                leads.get(from).add(to);
            }
        }
        int[][] next =
                leads.stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        Layers layers = new Layers(next.length, withoutCircles(next));
        layers.assign();
        layers.order();
        return layers.columns;
    }

    /** Turns around what leads back to a box that is being walked from; without recursion. */
    private static int[][] withoutCircles(int[][] next) {
        int size = next.length;
        List<List<Integer>> straight = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            straight.add(new ArrayList<>());
        }
        int[] state = new int[size];
        int[] at = new int[size];
        for (int root = 0; root < size; root++) {
            Deque<Integer> walk = new ArrayDeque<>();
            if (state[root] == 0) {
                walk.push(root);
                state[root] = 1;
            }
            while (!walk.isEmpty()) {
                int box = walk.peek();
                if (at[box] == next[box].length) {
                    state[box] = 2;
                    walk.pop();
                    continue;
                }
                int to = next[box][at[box]++];
                if (state[to] == 1) {
                    straight.get(to).add(box);
                } else {
                    straight.get(box).add(to);
                }
                if (state[to] == 0) {
                    state[to] = 1;
                    walk.push(to);
                }
            }
        }
        return straight.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).distinct().toArray())
                .toArray(int[][]::new);
    }

    private static int[][] turned(int size, int[][] next) {
        int[] count = new int[size];
        for (int[] leads : next) {
            for (int to : leads) {
                count[to]++;
            }
        }
        int[][] turned = new int[size][];
        for (int i = 0; i < size; i++) {
            turned[i] = new int[count[i]];
        }
        for (int from = 0; from < size; from++) {
            for (int to : next[from]) {
                turned[to][--count[to]] = from;
            }
        }
        return turned;
    }

    /** One column after the last of those that lead here. */
    private void assign() {
        int[] open = new int[column.length];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < column.length; i++) {
            open[i] = previous[i].length;
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int box = ready.poll();
            for (int to : next[box]) {
                column[to] = Math.max(column[to], column[box] + 1);
                if (--open[to] == 0) {
                    ready.add(to);
                }
            }
        }
        int last = Arrays.stream(column).max().orElse(-1);
        for (int c = 0; c <= last; c++) {
            int wanted = c;
            columns.add(
                    IntStream.range(0, column.length)
                            .filter(box -> column[box] == wanted)
                            .toArray());
        }
    }

    private void order() {
        double[] place = new double[column.length];
        columns.forEach(boxes -> number(boxes, place));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int c = 0; c < columns.size(); c++) {
                int[] boxes = columns.get(rightwards ? c : columns.size() - 1 - c);
                int[][] towards = rightwards ? previous : next;
                int[] sorted =
                        Arrays.stream(boxes)
                                .boxed()
                                .sorted(
                                        Comparator.comparingDouble(
                                                box -> mean(towards[box], place, place[box])))
                                .mapToInt(Integer::intValue)
                                .toArray();
                System.arraycopy(sorted, 0, boxes, 0, boxes.length);
                number(boxes, place);
            }
        }
    }

    /** Places between 0 and 1, so that columns of different lengths compare. */
    private static void number(int[] boxes, double[] place) {
        for (int i = 0; i < boxes.length; i++) {
            place[boxes[i]] = (i + 0.5) / boxes.length;
        }
    }

    private static double mean(int[] neighbours, double[] place, double own) {
        return Arrays.stream(neighbours).mapToDouble(box -> place[box]).average().orElse(own);
    }
}
