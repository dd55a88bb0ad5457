package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** Bitwise operations on integers of any size, in two's complement. */
public final class Bits {
    /** Further shifts to the left make numbers that nobody can use. */
    private static final int MAX_SHIFT = 1 << 16;

    private static final String BINARY = "(number, number) => number";

    public static final List<Builtin> ALL =
            List.of(
                    binary("bits.and", BigInteger::and),
                    binary("bits.or", BigInteger::or),
                    binary("bits.xor", BigInteger::xor),
                    Builtin.of(
                            "bits.negate",
                            "(number) => number",
                            (_, a) -> RegoNumber.of(Operands.bigInteger(a, 0).not())),
                    Builtin.of("bits.lsh", BINARY, (_, a) -> shiftLeft(a)),
                    Builtin.of("bits.rsh", BINARY, (_, a) -> shiftRight(a)));

    private Bits() {}

    private static Builtin binary(String name, BinaryOperator<BigInteger> operation) {
        return Builtin.of(
                name,
                BINARY,
                (_, a) ->
                        RegoNumber.of(
                                operation.apply(
                                        Operands.bigInteger(a, 0), Operands.bigInteger(a, 1))));
    }

    private static RegoNumber shiftLeft(Value[] a) {
        BigInteger number = Operands.bigInteger(a, 0);
        BigInteger distance = distance(a);
        if (distance.compareTo(BigInteger.valueOf(MAX_SHIFT)) > 0) {
            throw BuiltinError.of("a shift by more than %d bits".formatted(MAX_SHIFT));
        }
        return RegoNumber.of(number.shiftLeft(distance.intValueExact()));
    }

    private static RegoNumber shiftRight(Value[] a) {
        BigInteger number = Operands.bigInteger(a, 0);
        BigInteger distance = distance(a);
        return RegoNumber.of(
                number.shiftRight(
                        distance.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact()));
    }

    private static BigInteger distance(Value[] a) {
        BigInteger distance = Operands.bigInteger(a, 1);
        if (distance.signum() < 0) {
            throw BuiltinError.operand(
                    2, "must be an unsigned integer number but got a negative integer");
        }
        return distance;
    }
}
