package io.hushgate.rego.builtin.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A binary floating-point number of 64 bits' precision and unbounded exponent: what Go's {@code
 * big.Float} computes with, and so every fraction in OPA. Rounds to nearest, ties to even.
 *
 * @param mantissa at most 64 bits; odd or zero, so that equal numbers are equal records
 * @param exponent of two
 */
record BigFloat(BigInteger mantissa, int exponent) {
    private static final int PRECISION = 64;

    /** No 64-bit mantissa needs more decimal digits to be told from its neighbours. */
    private static final int MOST_DIGITS = 21;

    private static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);

    static BigFloat of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        int scale = value.scale();
        return scale <= 0
                ? round(unscaled.multiply(BigInteger.TEN.pow(-scale)), 0, false)
                : quotient(unscaled, BigInteger.TEN.pow(scale), 0);
    }

    BigFloat plus(BigFloat that) {
        int common = Math.min(exponent, that.exponent);
        return round(
                mantissa.shiftLeft(exponent - common)
                        .add(that.mantissa.shiftLeft(that.exponent - common)),
                common,
                false);
    }

    BigFloat minus(BigFloat that) {
        return plus(new BigFloat(that.mantissa.negate(), that.exponent));
    }

    BigFloat times(BigFloat that) {
        return round(mantissa.multiply(that.mantissa), exponent + that.exponent, false);
    }

    /** The divisor must not be zero. */
    BigFloat dividedBy(BigFloat that) {
        return quotient(mantissa, that.mantissa, exponent - that.exponent);
    }

    /**
     * The decimal number with the fewest digits that is closer to this number than to its
     * neighbours.
     */
    BigDecimal shortest() {
        BigDecimal exact =
                exponent >= 0
                        ? new BigDecimal(mantissa.shiftLeft(exponent))
                        : new BigDecimal(mantissa)
                                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (of(rounded).equals(this)) {
                return rounded;
            }
        }
        return exact;
    }

    /** The integral part. */
    BigInteger truncated() {
        return exponent >= 0
                ? mantissa.shiftLeft(exponent)
                : mantissa.abs()
                        .shiftRight(-exponent)
                        .multiply(BigInteger.valueOf(mantissa.signum()));
    }

    private static BigFloat quotient(BigInteger dividend, BigInteger divisor, int exponent) {
        int shift = Math.max(0, PRECISION + 2 - dividend.bitLength() + divisor.bitLength());
        BigInteger[] parts = dividend.shiftLeft(shift).divideAndRemainder(divisor);
        return round(parts[0], exponent - shift, parts[1].signum() != 0);
    }

    /**
     * Cuts a number down to the precision.
     *
     * @param inexact the true magnitude is a little above, by less than the last bit
     */
    private static BigFloat round(BigInteger number, int exponent, boolean inexact) {
        BigInteger magnitude = number.abs();
        int excess = magnitude.bitLength() - PRECISION;
        if (excess > 0) {
            boolean half = magnitude.testBit(excess - 1);
            boolean beyondHalf = inexact || magnitude.getLowestSetBit() < excess - 1;
            magnitude = magnitude.shiftRight(excess);
            if (half && (beyondHalf || magnitude.testBit(0))) {
                magnitude = magnitude.add(BigInteger.ONE);
            }
            exponent += excess;
        }
        int zeros = magnitude.getLowestSetBit();
        if (zeros < 0) {
            return ZERO;
        }
        magnitude = magnitude.shiftRight(zeros);
        return new BigFloat(number.signum() < 0 ? magnitude.negate() : magnitude, exponent + zeros);
    }
}
