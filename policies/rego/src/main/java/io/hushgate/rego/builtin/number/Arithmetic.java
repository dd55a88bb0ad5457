package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.collection.Sets;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Arithmetic on numbers, and the difference of sets that shares its operator. Integers are exact at
 * any size; as soon as a fraction takes part, {@link BigFloat} rounds as OPA does.
 */
public final class Arithmetic {
    /**
     * Larger integers are refused: nothing needs them, and repeated squaring would fill the memory.
     */
    private static final int MAX_BITS = 1 << 18;

    private static final String BINARY = "(number, number) => number";
    private static final String UNARY = "(number) => number";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("plus", BINARY, (_, a) -> plus(number(a, 0), number(a, 1)))
                            .withInfix("+"),
                    Builtin.of(
                                    "minus",
                                    "(any<number, set[any]>, any<number, set[any]>) => any<number, set[any]>",
                                    (_, a) -> minus(a))
                            .withInfix("-"),
                    Builtin.of("mul", BINARY, (_, a) -> times(number(a, 0), number(a, 1)))
                            .withInfix("*"),
                    Builtin.of("div", BINARY, (_, a) -> divide(number(a, 0), number(a, 1)))
                            .withInfix("/"),
                    Builtin.of("rem", BINARY, (_, a) -> remainder(number(a, 0), number(a, 1)))
                            .withInfix("%"),
                    Builtin.of("abs", UNARY, (_, a) -> abs(number(a, 0))),
                    Builtin.of(
                            "round",
                            UNARY,
                            (_, a) -> toInteger(number(a, 0), RoundingMode.HALF_UP)),
                    Builtin.of(
                            "ceil", UNARY, (_, a) -> toInteger(number(a, 0), RoundingMode.CEILING)),
                    Builtin.of(
                            "floor", UNARY, (_, a) -> toInteger(number(a, 0), RoundingMode.FLOOR)));

    private Arithmetic() {}

    private static RegoNumber number(Value[] arguments, int i) {
        return Operands.number(arguments, i);
    }

    static RegoNumber plus(RegoNumber a, RegoNumber b) {
        if (a.isLong() && b.isLong()) {
            long x = a.longValue();
            long y = b.longValue();
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return RegoNumber.of(sum);
            }
        }
        return a.isInteger() && b.isInteger()
                ? exact(a.bigInteger().add(b.bigInteger()))
                : rounded(floating(a).plus(floating(b)));
    }

    private static Value minus(Value[] arguments) {
        Value a = arguments[0];
        Value b = arguments[1];
        if (a instanceof RegoNumber x && b instanceof RegoNumber y) {
            return minus(x, y);
        }
        if (a instanceof RegoSet x && b instanceof RegoSet y) {
            return Sets.difference(x, y);
        }
        if (!(a instanceof RegoNumber || a instanceof RegoSet)) {
            throw BuiltinError.type(1, a, "number", "set");
        }
        throw BuiltinError.type(2, b, b instanceof RegoNumber ? "set" : "number");
    }

    private static RegoNumber minus(RegoNumber a, RegoNumber b) {
        if (a.isLong() && b.isLong()) {
            long x = a.longValue();
            long y = b.longValue();
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return RegoNumber.of(difference);
            }
        }
        return a.isInteger() && b.isInteger()
                ? exact(a.bigInteger().subtract(b.bigInteger()))
                : rounded(floating(a).minus(floating(b)));
    }

    static RegoNumber times(RegoNumber a, RegoNumber b) {
        if (a.isLong() && b.isLong()) {
            long high = Math.multiplyHigh(a.longValue(), b.longValue());
            long low = a.longValue() * b.longValue();
            if (high == low >> 63) {
                return RegoNumber.of(low);
            }
        }
        return a.isInteger() && b.isInteger()
                ? exact(a.bigInteger().multiply(b.bigInteger()))
                : rounded(floating(a).times(floating(b)));
    }

    private static RegoNumber divide(RegoNumber a, RegoNumber b) {
        if (b.signum() == 0) {
            throw BuiltinError.of("divide by zero");
        }
        if (a.isLong() && b.isLong()) {
            long x = a.longValue();
            long y = b.longValue();
            if (y != -1 && x % y == 0) {
                return RegoNumber.of(x / y);
            }
        }
        return rounded(floating(a).dividedBy(floating(b)));
    }

    private static RegoNumber remainder(RegoNumber a, RegoNumber b) {
        if (!a.isInteger() || !b.isInteger()) {
            throw BuiltinError.of("modulo on floating-point number");
        }
        if (b.signum() == 0) {
            throw BuiltinError.of("modulo by zero");
        }
        return a.isLong() && b.isLong()
                ? RegoNumber.of(a.longValue() % b.longValue())
                : exact(a.bigInteger().remainder(b.bigInteger()));
    }

    private static RegoNumber abs(RegoNumber a) {
        return a.isInteger() ? exact(a.bigInteger().abs()) : RegoNumber.of(a.bigDecimal().abs());
    }

    private static RegoNumber toInteger(RegoNumber a, RoundingMode mode) {
        return exact(
                a.isInteger()
                        ? a.bigInteger()
                        : a.bigDecimal().setScale(0, mode).toBigIntegerExact());
    }

    private static BigFloat floating(RegoNumber number) {
        return BigFloat.of(number.bigDecimal());
    }

    private static RegoNumber rounded(BigFloat result) {
        BigDecimal shortest = result.shortest();
        if (Math.abs((long) shortest.scale()) > RegoNumber.MAX_EXPONENT) {
            throw BuiltinError.of("the exponent of the result is out of range");
        }
        return RegoNumber.of(shortest);
    }

    private static RegoNumber exact(BigInteger result) {
        if (result.bitLength() > MAX_BITS) {
            throw BuiltinError.of("the result has more than %d bits".formatted(MAX_BITS));
        }
        return RegoNumber.of(result);
    }
}
