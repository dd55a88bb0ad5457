package io.hushgate.core.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Builds a {@link KeywordAutomaton}, and the list of keywords that end in each accepting state. */
final class AutomatonBuilder {
    private static final int ABSENT = -1;
    private final List<int[]> children = new ArrayList<>();
    private final List<List<Integer>> ending = new ArrayList<>();
    private final int[] classOf = new int[256];
    private int width = 1;
    private int longest = 1;

    /** Tables and, for each accepting state by number, the indices of its keywords. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Built(KeywordAutomaton automaton, int[][] keywords) {}

    /** Builds the automaton of keywords in lower case, all different. */
    static Built build(List<String> keywords) {
        return new AutomatonBuilder().run(keywords);
    }

    private Built run(List<String> keywords) {
        for (String keyword : keywords) {
            keyword.chars().forEach(this::giveClass);
            longest = Math.max(longest, keyword.length());
        }
        node();
        for (int k = 0; k < keywords.size(); k++) {
            insert(keywords.get(k), k);
        }
        List<Integer> order = link();
        return number(order);
    }

    private void giveClass(int c) {
        if (classOf[c] == 0) {
            int id = width++;
            classOf[c] = id;
            if (c >= 'a' && c <= 'z') {
                classOf[c - 32] = id;
            }
        }
    }

    private int node() {
        int[] row = new int[width];
        Arrays.fill(row, ABSENT);
        children.add(row);
        ending.add(new ArrayList<>());
        return children.size() - 1;
    }

    private void insert(String keyword, int index) {
        int state = 0;
        for (int i = 0; i < keyword.length(); i++) {
            int byteClass = classOf[keyword.charAt(i)];
            int child = children.get(state)[byteClass];
            if (child == ABSENT) {
                child = node();
                children.get(state)[byteClass] = child;
            }
            state = child;
        }
        ending.get(state).add(index);
    }

    /** Fills in the failure transitions, nearest states first, and returns that order. */
    private List<Integer> link() {
        int[] failure = new int[children.size()];
        List<Integer> order = new ArrayList<>();
        Queue<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.remove();
            order.add(state);
            int[] row = children.get(state);
            int[] fallback = children.get(failure[state]);
            for (int c = 0; c < width; c++) {
                int child = row[c];
                if (child == ABSENT) {
                    row[c] = state == 0 ? 0 : fallback[c];
                } else {
                    failure[child] = state == 0 ? 0 : fallback[c];
                    ending.get(child).addAll(ending.get(failure[child]));
                    open.add(child);
                }
            }
        }
        return order;
    }

    /** Gives plain states the first rows and accepting ones those from the limit on. */
    private Built number(List<Integer> order) {
        int[] row = new int[children.size()];
        List<Integer> plain = order.stream().filter(s -> ending.get(s).isEmpty()).toList();
        List<Integer> accepting = order.stream().filter(s -> !ending.get(s).isEmpty()).toList();
        int plainEntries = plain.size() * width;
        int limit = Math.max(1, Integer.highestOneBit(plainEntries - 1) << 1);
        for (int i = 0; i < plain.size(); i++) {
            row[plain.get(i)] = i * width;
        }
        for (int i = 0; i < accepting.size(); i++) {
            row[accepting.get(i)] = limit + i * width;
        }
        int[] next = new int[limit + accepting.size() * width];
        for (int state : order) {
            for (int c = 0; c < width; c++) {
                next[row[state] + c] = row[children.get(state)[c]];
            }
        }
        int[][] keywords =
                accepting.stream()
                        .map(s -> ending.get(s).stream().mapToInt(k -> k).toArray())
                        .toArray(int[][]::new);
        return new Built(
                new KeywordAutomaton(next, classOf, width, limit, longest, plainEntries), keywords);
    }
}
