package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.List;

/** Ranges and random numbers. */
public final class Numbers {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "numbers.range",
                            "(number, number) => array[number]",
                            (context, a) -> range(context, a, BigInteger.ONE)),
                    Builtin.of(
                            "numbers.range_step",
                            "(number, number, number) => array[number]",
                            (context, a) -> range(context, a, step(a))),
                    Builtin.of("rand.intn", "(string, number) => number", Numbers::random)
                            .with(Builtin.Trait.NONDETERMINISTIC));

    private Numbers() {}

    private static BigInteger step(Value[] a) {
        Operands.bigInteger(a, 0);
        Operands.bigInteger(a, 1);
        BigInteger step = Operands.bigInteger(a, 2);
        if (step.signum() <= 0) {
            throw BuiltinError.of("numbers.range_step: step must be a positive integer");
        }
        return step;
    }

    /** All numbers from the first to the second, both included, up or down. */
    private static RegoArray range(BuiltinContext context, Value[] a, BigInteger step) {
        BigInteger from = Operands.bigInteger(a, 0);
        BigInteger to = Operands.bigInteger(a, 1);
        BigInteger count = to.subtract(from).abs().divide(step).add(BigInteger.ONE);
        Sizes.announceElements(
                context, count.bitLength() < Long.SIZE ? count.longValue() : Long.MAX_VALUE);
        BigInteger stride = from.compareTo(to) <= 0 ? step : step.negate();
        RegoArray.Builder range = RegoArray.builder();
        BigInteger number = from;
        for (int i = 0; i < count.intValueExact(); i++) {
            range.add(RegoNumber.of(number));
            number = number.add(stride);
        }
        return range.build();
    }

    /** From 0 to below the bound; the first operand only tells calls apart. */
    private static RegoNumber random(BuiltinContext context, Value[] a) {
        Operands.string(a, 0);
        long bound = Math.absExact(Operands.integer(a, 1));
        return RegoNumber.of(bound == 0 ? 0 : context.random().nextLong(bound));
    }
}
