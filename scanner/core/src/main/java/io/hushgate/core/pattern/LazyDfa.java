package io.hushgate.core.pattern;

import io.hushgate.core.pattern.Program.Op;
import io.hushgate.core.pattern.Program.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a program as a deterministic automaton that is built while it runs (Thompson 1968; the
 * treatment of assertions follows Cox, "Regular Expression Matching in the Wild", 2010). One per
 * thread.
 *
 * <p>A state is the set of steps that wait for a byte. Looking back is settled when a state is
 * entered, for the previous byte is known then; looking ahead, and whether the match may end here,
 * when the next byte is. So a transition says two things: {@code next row << 1 | matched before
 * this byte}.
 *
 * <p>Performance island: {@link #longest} allocates nothing once its states exist.
 */
final class LazyDfa {
    /**
     * Table entries after which all states are dropped: 256 KiB for the most complex of patterns,
     * so that hostile text cannot fill the memory by way of all rules together.
     */
    private static final int MAX_ENTRIES = 1 << 16;

    private static final int UNKNOWN = -1;
    private static final int DEAD = 0;

    private final Program program;
    private final byte[] classOf;
    private final int none;
    private final int width;
    private int[] next;
    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> rows = new HashMap<>();
    private final int[] startRows;
    private final StepSet open;
    private final StepSet entered;
    private int lookedTo;

    /**
     * A state.
     *
     * @param steps sorted
     * @param before the class of the previous byte where a step still has to ask for it, or 0
     */
    private record State(StepList steps, int before) {}

    /** An array with the equality of a list. */
    private static final class StepList {
        private final int[] steps;
        private final int hash;

        StepList(int[] steps) {
            this.steps = steps;
            this.hash = Arrays.hashCode(steps);
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof StepList other && Arrays.equals(steps, other.steps);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    LazyDfa(Program program) {
        this.program = program;
        classOf = program.classOf();
        none = program.classCount();
        width = none + 1;
        next = new int[16 * width];
        startRows = new int[width];
        open = new StepSet(program.size());
        entered = new StepSet(program.size());
        clear();
    }

    /**
     * Finds the longest match that starts at {@code start}.
     *
     * @param from where the text starts, at most {@code start}
     * @param to where it ends
     * @param window the most bytes a match may have
     * @return the offset after the match, or -1
     */
    int longest(byte[] text, int start, int from, int to, int window) {
        int row = startRow(start > from ? classOf[text[start - 1] & 0xff] & 0xff : none);
        int last = Math.min(to, start > to - window ? to : start + window);
        int end = -1;
        for (int i = start; i < last; i++) {
            int byteClass = classOf[text[i] & 0xff] & 0xff;
            int transition = next[row + byteClass];
            if (transition < 0) {
                transition = build(row, byteClass);
            }
            if ((transition & 1) != 0) {
                end = i;
            }
            row = transition >>> 1;
            if (row == DEAD) {
                lookedTo = i + 1;
                return end;
            }
        }
        lookedTo = last + 1;
        int byteClass = last < to ? classOf[text[last] & 0xff] & 0xff : none;
        int transition = next[row + byteClass];
        if (transition < 0) {
            transition = build(row, byteClass);
        }
        return (transition & 1) != 0 ? last : end;
    }

    /** Offset after the last byte that {@link #longest} looked at; the end of the text is one. */
    int lookedTo() {
        return lookedTo;
    }

    private int startRow(int before) {
        int row = startRows[before];
        if (row == UNKNOWN) {
            entered.clear();
            enter(program.start, before);
            row = rowOf(before);
            startRows[before] = row;
        }
        return row;
    }

    /** Follows {@code row} over a byte of the class, or the end. */
    private int build(int row, int byteClass) {
        State state = states.get(row / width);
        entered.clear();
        open.clear();
        boolean matched = false;
        for (int step : state.steps.steps) {
            open.add(step);
        }
        for (int i = 0; i < open.size(); i++) {
            int index = open.get(i);
            Step step = program.step(index);
            switch (step.op()) {
                case BYTE -> {
                    if (byteClass != none && program.holds(step, byteClass)) {
                        enter(step.next(), byteClass);
                    }
                }
                case AFTER, BEFORE -> {
                    int neighbour = step.op() == Op.AFTER ? byteClass : state.before;
                    if (program.holds(step, neighbour)) {
                        open.add(step.next());
                    }
                }
                case SPLIT -> {
                    open.add(step.next());
                    open.add(step.other());
                }
                case SAVE -> open.add(step.next());
                case MATCH -> matched = true;
            }
        }
        if (next.length > MAX_ENTRIES) {
            clear();
            int target = rowOf(byteClass);
            return target << 1 | (matched ? 1 : 0);
        }
        int target = rowOf(byteClass);
        int transition = target << 1 | (matched ? 1 : 0);
        next[row + byteClass] = transition;
        return transition;
    }

    /** Adds a step, and what is reached from it without reading on, to {@link #entered}. */
    private void enter(int step, int before) {
        int from = entered.size();
        entered.add(step);
        for (int i = from; i < entered.size(); i++) {
            Step s = program.step(entered.get(i));
            switch (s.op()) {
                case SPLIT -> {
                    entered.add(s.next());
                    entered.add(s.other());
                }
                case SAVE -> entered.add(s.next());
                case BEFORE -> {
                    if (program.holds(s, before)) {
                        entered.add(s.next());
                    }
                }
                case BYTE, AFTER, MATCH -> {}
            }
        }
    }

    /** The row of the state made of the entered steps that wait. */
    private int rowOf(int before) {
        int[] waiting = new int[entered.size()];
        int count = 0;
        boolean asksBefore = false;
        for (int i = 0; i < entered.size(); i++) {
            int index = entered.get(i);
            Op op = program.step(index).op();
            if (op == Op.BYTE || op == Op.AFTER || op == Op.MATCH) {
                waiting[count++] = index;
                asksBefore |= program.needsBefore(index);
            }
        }
        if (count == 0) {
            return DEAD;
        }
        waiting = Arrays.copyOf(waiting, count);
        Arrays.sort(waiting);
        State state = new State(new StepList(waiting), asksBefore ? before : 0);
        Integer known = rows.get(state);
        return known != null ? known : add(state);
    }

    private int add(State state) {
        int row = states.size() * width;
        if (row + width > next.length) {
            next = Arrays.copyOf(next, next.length * 2);
        }
        Arrays.fill(next, row, row + width, UNKNOWN);
        states.add(state);
        rows.put(state, row);
        return row;
    }

    private void clear() {
        states.clear();
        rows.clear();
        next = new int[16 * width];
        Arrays.fill(startRows, UNKNOWN);
        State dead = new State(new StepList(new int[0]), 0);
        add(dead);
        Arrays.fill(next, 0, width, DEAD);
    }
}
