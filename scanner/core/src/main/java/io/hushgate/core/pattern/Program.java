package io.hushgate.core.pattern;

import io.hushgate.core.pattern.Node.After;
import io.hushgate.core.pattern.Node.Before;
import io.hushgate.core.pattern.Node.Bytes;
import io.hushgate.core.pattern.Node.Choice;
import io.hushgate.core.pattern.Node.Repeat;
import io.hushgate.core.pattern.Node.SecretGroup;
import io.hushgate.core.pattern.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A pattern as instructions of a non-deterministic machine (Thompson 1968), and the classes of
 * bytes that it cannot tell apart. Immutable.
 */
final class Program {
    /** What an instruction does. */
    enum Op {
        /** Consumes a byte of the set. */
        BYTE,
        /** Goes on in two places, the first preferred. */
        SPLIT,
        /** Notes the position: 0 where the secret starts, 1 where it ends. */
        SAVE,
        /** Goes on when the previous byte is of the set. */
        BEFORE,
        /** Goes on when the next byte is of the set. */
        AFTER,
        MATCH
    }

    /**
     * One step.
     *
     * @param set for {@code BYTE}, {@code BEFORE}, {@code AFTER}
     * @param flag for {@code BEFORE} and {@code AFTER}: or the text ends there
     * @param next where to go on
     * @param other for {@code SPLIT} the second place, for {@code SAVE} the slot
     */
    record Step(Op op, ByteSet set, boolean flag, int next, int other) {}

    /** A bound on what counted repeats unfold to; a machine's state is at most that large. */
    static final int MAX_STEPS = 20_000;

    private final List<Step> steps = new ArrayList<>();
    private final byte[] classOf = new byte[256];
    private final int[] sample;
    private final boolean[] needsBefore;
    final int start;

    private Program(Node root) {
        int match = add(Op.MATCH, ByteSet.NONE, false, 0, 0);
        start = emit(root, match);
        sample = classes();
        needsBefore = new boolean[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            needsBefore[i] = steps.get(i).op == Op.AFTER && reachesBefore(steps.get(i).next);
        }
    }

    static Program of(Node root) {
        return new Program(root);
    }

    int size() {
        return steps.size();
    }

    Step step(int index) {
        return steps.get(index);
    }

    /** How many classes of bytes there are; the class of that number stands for "no byte". */
    int classCount() {
        return sample.length;
    }

    /** The class of each byte, unsigned; the array is shared and not to be changed. */
    byte[] classOf() {
        return classOf;
    }

    /** Tells whether an assertion holds for a neighbour of this class. */
    boolean holds(Step step, int byteClass) {
        return byteClass == sample.length ? step.flag : step.set.has(sample[byteClass]);
    }

    /** Tells whether a look ahead is followed by a look back at the same position. */
    boolean needsBefore(int step) {
        return needsBefore[step];
    }

    /** The bytes that a match may start with, whatever stands around it. */
    ByteSet firstBytes() {
        ByteSet first = ByteSet.NONE;
        StepSet reached = new StepSet(steps.size());
        reached.add(start);
        for (int i = 0; i < reached.size(); i++) {
            Step step = steps.get(reached.get(i));
            switch (step.op) {
                case BYTE -> first = first.or(step.set);
                case MATCH -> {
                    return ByteSet.ALL;
                }
                case SPLIT -> {
                    reached.add(step.next);
                    reached.add(step.other);
                }
                case SAVE, BEFORE, AFTER -> reached.add(step.next);
            }
        }
        return first;
    }

    private int add(Op op, ByteSet set, boolean flag, int next, int other) {
        if (steps.size() >= MAX_STEPS) {
            throw new PatternProblem(
                    0,
                    "counted repeats unfold to more than "
                            + MAX_STEPS
                            + " steps; lower the counts");
        }
        steps.add(new Step(op, set, flag, next, other));
        return steps.size() - 1;
    }

    /** Emits {@code node} so that it goes on at {@code next}, and returns where it starts. */
    private int emit(Node node, int next) {
        return switch (node) {
            case Bytes(var set) -> add(Op.BYTE, set, false, next, 0);
            case Before(var set, var orStart) -> add(Op.BEFORE, set, orStart, next, 0);
            case After(var set, var orEnd) -> add(Op.AFTER, set, orEnd, next, 0);
            case SecretGroup(var body) -> {
                int end = add(Op.SAVE, ByteSet.NONE, false, next, 1);
                yield add(Op.SAVE, ByteSet.NONE, false, emit(body, end), 0);
            }
            case Sequence(var parts) -> {
                int entry = next;
                for (Node part : parts.reversed()) {
                    entry = emit(part, entry);
                }
                yield entry;
            }
            case Choice(var branches) -> {
                int entry = emit(branches.getLast(), next);
                for (Node branch : branches.reversed().subList(1, branches.size())) {
                    int preferred = emit(branch, next);
                    entry = add(Op.SPLIT, ByteSet.NONE, false, preferred, entry);
                }
                yield entry;
            }
            case Repeat(var body, var least, var most) -> repeat(body, least, most, next);
        };
    }

    private int repeat(Node body, int least, int most, int next) {
        int entry = next;
        if (most == Node.UNBOUNDED) {
            int loop = add(Op.SPLIT, ByteSet.NONE, false, next, next);
            int again = emit(body, loop);
            steps.set(loop, new Step(Op.SPLIT, ByteSet.NONE, false, again, next));
            entry = loop;
        } else {
            for (int i = least; i < most; i++) {
                int optional = emit(body, entry);
                entry = add(Op.SPLIT, ByteSet.NONE, false, optional, next);
            }
        }
        for (int i = 0; i < least; i++) {
            entry = emit(body, entry);
        }
        return entry;
    }

    /** Parts the bytes into classes and returns a member of each. */
    private int[] classes() {
        Set<ByteSet> sets = new LinkedHashSet<>();
        for (Step step : steps) {
            sets.add(step.set);
        }
        sets.remove(ByteSet.NONE);
        sets.remove(ByteSet.ALL);
        int[] ids = new int[256];
        int count = 1;
        for (ByteSet set : sets) {
            int[] split = new int[512];
            int next = 0;
            for (int b = 0; b < 256; b++) {
                int key = ids[b] * 2 + (set.has(b) ? 1 : 0);
                if (split[key] == 0) {
                    split[key] = ++next;
                }
                ids[b] = split[key] - 1;
            }
            count = next;
        }
        int[] samples = new int[count];
        for (int b = 255; b >= 0; b--) {
            classOf[b] = (byte) ids[b];
            samples[ids[b]] = b;
        }
        return samples;
    }

    private boolean reachesBefore(int from) {
        boolean[] seen = new boolean[steps.size()];
        List<Integer> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (seen[at]) {
                continue;
            }
            seen[at] = true;
            Step step = steps.get(at);
            switch (step.op) {
                case BEFORE -> {
                    return true;
                }
                case SPLIT -> {
                    open.add(step.next);
                    open.add(step.other);
                }
                case SAVE, AFTER -> open.add(step.next);
                case BYTE, MATCH -> {}
            }
        }
        return false;
    }
}
