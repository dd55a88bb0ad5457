package io.hushgate.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision. Numbers that denote the same value are equal ({@code 1},
 * {@code 1.0}, {@code 10e-1}) although each is printed as it was written, which is what OPA does.
 *
 * <p>Integers that fit a {@code long} take the fast path; everything else is a {@link BigDecimal}.
 */
public final class RegoNumber extends Value {
    /**
     * Decimal exponents beyond this are refused: such numbers cannot be added up or printed in
     * full.
     */
    public static final int MAX_EXPONENT = 10_000;

    private static final int CACHED_FROM = -128;
    private static final int CACHED_TO = 1024;
    private static final RegoNumber[] CACHE = new RegoNumber[CACHED_TO - CACHED_FROM];

    static {
        for (int i = 0; i < CACHE.length; i++) {
            CACHE[i] = new RegoNumber(i + CACHED_FROM, null, null);
        }
    }

    public static final RegoNumber ZERO = of(0);
    public static final RegoNumber ONE = of(1);

    /** The value when {@link #big} is null. */
    private final long small;

    /** Without trailing zeros, so that equal numbers have equal parts; null for a {@code long}. */
    private final @Nullable BigDecimal big;

    /** How the number was written, when that is not the plain form. */
    private final @Nullable String text;

    private RegoNumber(long small, @Nullable BigDecimal big, @Nullable String text) {
        this.small = small;
        this.big = big;
        this.text = text;
    }

    public static RegoNumber of(long value) {
        return value >= CACHED_FROM && value < CACHED_TO
                ? CACHE[(int) value - CACHED_FROM]
                : new RegoNumber(value, null, null);
    }

    public static RegoNumber of(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? of(value.longValue())
                : new RegoNumber(0, new BigDecimal(value).stripTrailingZeros(), value.toString());
    }

    /** A number printed in the shortest plain or scientific form, as Go's {@code %g} picks it. */
    public static RegoNumber of(BigDecimal value) {
        return of(value, NumberText.of(value));
    }

    /**
     * Reads a JSON number and keeps its spelling.
     *
     * @throws NumberFormatException if it is not a number, or its exponent is beyond {@link
     *     #MAX_EXPONENT}
     */
    public static RegoNumber parse(String text) {
        if (text.length() < 19 && isPlainInteger(text)) {
            return of(Long.parseLong(text));
        }
        return of(new BigDecimal(text), text);
    }

    /** {@code -0} keeps its spelling. */
    private static boolean isPlainInteger(String text) {
        int i = text.startsWith("-") ? 1 : 0;
        if (i == text.length() || (text.charAt(i) == '0' && text.length() > 1)) {
            return false;
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static RegoNumber of(BigDecimal value, String text) {
        BigDecimal plain = value.stripTrailingZeros();
        int scale = plain.scale();
        if (Math.abs((long) scale) > MAX_EXPONENT) {
            throw new NumberFormatException("exponent beyond " + MAX_EXPONENT);
        }
        if (scale <= 0 && plain.precision() - scale <= 19) {
            BigInteger integer = plain.toBigIntegerExact();
            if (integer.bitLength() < Long.SIZE) {
                long small = integer.longValue();
                return Long.toString(small).equals(text)
                        ? of(small)
                        : new RegoNumber(small, null, text);
            }
        }
        return new RegoNumber(0, plain, text);
    }

    /** True when the value is integral and fits a {@code long}: the fast path. */
    public boolean isLong() {
        return big == null;
    }

    /** The value; only meaningful when {@link #isLong()}. */
    public long longValue() {
        return small;
    }

    public boolean isInteger() {
        return big == null || big.scale() <= 0;
    }

    /** The integral value. @throws ArithmeticException if there is a fraction */
    public BigInteger bigInteger() {
        return big == null ? BigInteger.valueOf(small) : big.toBigIntegerExact();
    }

    public BigDecimal bigDecimal() {
        return big == null ? BigDecimal.valueOf(small) : big;
    }

    public double doubleValue() {
        return big == null ? small : big.doubleValue();
    }

    public int signum() {
        return big == null ? Long.signum(small) : big.signum();
    }

    /** The number as it was written, or in plain form when it was computed. */
    public String text() {
        return text != null ? text : Long.toString(small);
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    int computeHash() {
        int h = big == null ? Long.hashCode(small) * 0x9e3779b1 : big.hashCode();
        return h == 0 ? 1 : h;
    }

    @Override
    boolean sameAs(Value other) {
        RegoNumber that = (RegoNumber) other;
        return big == null
                ? that.big == null && small == that.small
                : that.big != null && big.compareTo(that.big) == 0;
    }

    @Override
    int compareSameKind(Value other) {
        RegoNumber that = (RegoNumber) other;
        return big == null && that.big == null
                ? Long.compare(small, that.small)
                : bigDecimal().compareTo(that.bigDecimal());
    }
}
