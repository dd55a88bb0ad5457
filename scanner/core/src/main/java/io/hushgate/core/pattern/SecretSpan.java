package io.hushgate.core.pattern;

import io.hushgate.core.pattern.Program.Step;

/**
 * Finds the secret group inside a match whose end is known, by running all threads of the program
 * side by side in order of preference (Pike 1987). Only for the few matches that the automaton lets
 * through. One per thread.
 */
final class SecretSpan {
    private final Program program;
    private StepSet running;
    private StepSet coming;
    private int[] runningSlots;
    private int[] comingSlots;
    private final int[] stack;
    private int start;
    private int end;

    SecretSpan(Program program) {
        this.program = program;
        int size = program.size();
        running = new StepSet(size);
        coming = new StepSet(size);
        runningSlots = new int[2 * size];
        comingSlots = new int[2 * size];
        // Every step is pushed at most twice; an entry is a step and two slots.
        stack = new int[6 * size + 6];
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Finds the group of the match {@code [at, matchEnd)} in the text {@code [from, to)}. */
    void find(byte[] text, int at, int matchEnd, int from, int to) {
        running.clear();
        follow(running, runningSlots, program.start, at, matchEnd, text, at, from, to);
        for (int i = at; i < matchEnd; i++) {
            int b = text[i] & 0xff;
            coming.clear();
            for (int t = 0; t < running.size(); t++) {
                int index = running.get(t);
                Step step = program.step(index);
                if (step.op() == Program.Op.BYTE && step.set().has(b)) {
                    int s = runningSlots[2 * index];
                    int e = runningSlots[2 * index + 1];
                    follow(coming, comingSlots, step.next(), s, e, text, i + 1, from, to);
                }
            }
            StepSet swap = running;
            running = coming;
            coming = swap;
            int[] slots = runningSlots;
            runningSlots = comingSlots;
            comingSlots = slots;
        }
        start = at;
        end = matchEnd;
        for (int t = 0; t < running.size(); t++) {
            int index = running.get(t);
            if (program.step(index).op() == Program.Op.MATCH) {
                start = runningSlots[2 * index];
                end = runningSlots[2 * index + 1];
                return;
            }
        }
    }

    private void follow(
            StepSet set,
            int[] slots,
            int entry,
            int secretStart,
            int secretEnd,
            byte[] text,
            int at,
            int from,
            int to) {
        int none = program.classCount();
        byte[] classOf = program.classOf();
        int before = at > from ? classOf[text[at - 1] & 0xff] & 0xff : none;
        int after = at < to ? classOf[text[at] & 0xff] & 0xff : none;
        int top = push(0, entry, secretStart, secretEnd);
        while (top > 0) {
            top -= 3;
            int index = stack[top];
            int s = stack[top + 1];
            int e = stack[top + 2];
            if (!set.add(index)) {
                continue;
            }
            slots[2 * index] = s;
            slots[2 * index + 1] = e;
            Step step = program.step(index);
            switch (step.op()) {
                case SPLIT -> {
                    top = push(top, step.other(), s, e);
                    top = push(top, step.next(), s, e);
                }
                case SAVE ->
                        top =
                                step.other() == 0
                                        ? push(top, step.next(), at, e)
                                        : push(top, step.next(), s, at);
                case BEFORE -> {
                    if (program.holds(step, before)) {
                        top = push(top, step.next(), s, e);
                    }
                }
                case AFTER -> {
                    if (program.holds(step, after)) {
                        top = push(top, step.next(), s, e);
                    }
                }
                case BYTE, MATCH -> {}
            }
        }
    }

    private int push(int top, int index, int s, int e) {
        stack[top] = index;
        stack[top + 1] = s;
        stack[top + 2] = e;
        return top + 3;
    }
}
