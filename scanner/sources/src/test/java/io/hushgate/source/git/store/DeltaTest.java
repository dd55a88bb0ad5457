package io.hushgate.source.git.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.hushgate.core.Copies;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class DeltaTest {
    /** An instruction: a copy from somewhere in the base, or an insertion. */
    private record Step(boolean copy, int from, int size) {}

    private static Gen<List<Step>> steps() {
        Gen<Step> step =
                integers()
                        .between(0, 1)
                        .zip(
                                integers().between(0, 90_000),
                                integers().between(1, 70_000),
                                (copy, from, size) -> new Step(copy == 1, from, size));
        return lists().of(step).ofSizeBetween(0, 12);
    }

    private static byte[] base(int size) {
        byte[] base = new byte[size];
        new Random(size).nextBytes(base);
        return base;
    }

    @Test
    void rebuildsWhatTheInstructionsSay() {
        byte[] base = base(100_000);
        qt().forAll(steps()).check(steps -> rebuilds(base, steps));
    }

    private static boolean rebuilds(byte[] base, List<Step> steps) {
        ByteArrayOutputStream instructions = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (Step step : steps) {
            if (step.copy()) {
                int size = Math.min(step.size(), base.length - step.from());
                writeCopy(instructions, step.from(), size);
                expected.write(base, step.from(), size);
            } else {
                int size = 1 + step.size() % 127;
                instructions.write(size);
                instructions.write(base, step.from(), size);
                expected.write(base, step.from(), size);
            }
        }
        ByteArrayOutputStream delta = new ByteArrayOutputStream();
        writeSize(delta, base.length);
        writeSize(delta, expected.size());
        delta.writeBytes(instructions.toByteArray());
        return Arrays.equals(expected.toByteArray(), apply(base, delta.toByteArray()));
    }

    private static void writeSize(ByteArrayOutputStream out, int size) {
        int rest = size;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static void writeCopy(ByteArrayOutputStream out, int from, int size) {
        ByteArrayOutputStream operands = new ByteArrayOutputStream();
        int op = 0x80;
        for (int i = 0; i < 4; i++) {
            if ((from >>> 8 * i & 0xff) != 0) {
                op |= 1 << i;
                operands.write(from >>> 8 * i);
            }
        }
        for (int i = 0; i < 3; i++) {
            if (size != 0x10000 && (size >>> 8 * i & 0xff) != 0) {
                op |= 0x10 << i;
                operands.write(size >>> 8 * i);
            }
        }
        out.write(op);
        out.writeBytes(operands.toByteArray());
    }

    private static byte[] apply(byte[] base, byte[] delta) {
        try {
            byte[] result = new byte[(int) Delta.resultSize(delta, delta.length)];
            Copies copies = new Copies();
            Delta.apply(base, base.length, delta, delta.length, result, result.length, copies);
            assertThatCopiesAreTrue(copies, base, result);
            return result;
        } catch (Delta.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whateverTheBytesAreTheEndIsAResultOrAMalformedDelta() {
        byte[] base = base(300);
        Random random = new Random(17);
        for (int round = 0; round < 200_000; round++) {
            byte[] delta = new byte[random.nextInt(24)];
            random.nextBytes(delta);
            if (delta.length > 3 && round % 2 == 0) {
                delta[0] = (byte) 0xac;
                delta[1] = 2; // the right size of the base, so that instructions are reached
            }
            byte[] into = new byte[200];
            try {
                long size = Delta.resultSize(delta, delta.length);
                Delta.apply(
                        base,
                        300,
                        delta,
                        delta.length,
                        into,
                        (int) Math.min(size, 200),
                        new Copies());
            } catch (Delta.Malformed expected) {
                assertThat(expected.what()).isNotEmpty();
            }
        }
    }

    @Test
    void aDeltaForAnotherBaseIsRefused() {
        byte[] delta = {5, 1, 1, 'x'};
        assertThatThrownBy(
                        () -> Delta.apply(new byte[4], 4, delta, 4, new byte[1], 1, new Copies()))
                .isInstanceOf(Delta.Malformed.class);
    }

    private static void assertThatCopiesAreTrue(Copies copies, byte[] base, byte[] result) {
        assertThat(copies.baseLength()).isEqualTo(base.length);
        int done = 0;
        for (int i = 0; i < copies.count(); i++) {
            int from = copies.from(i);
            int to = copies.to(i);
            int length = copies.length(i);
            assertThat(to).isGreaterThanOrEqualTo(done);
            assertThat(Arrays.equals(base, from, from + length, result, to, to + length)).isTrue();
            done = to + length;
        }
    }
}
