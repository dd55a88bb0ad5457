package io.hushgate.rego.value;

import java.math.BigDecimal;

/**
 * How a computed number is printed: integers in full, fractions as Go's {@code %g} with the
 * shortest digits, that is scientific below {@code 1e-4} and from {@code 1e6} on.
 */
final class NumberText {
    private static final int SCIENTIFIC_BELOW = -4;
    private static final int SCIENTIFIC_FROM = 6;

    private NumberText() {}

    static String of(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return plain.toBigIntegerExact().toString();
        }
        int exponent = plain.precision() - plain.scale() - 1;
        if (exponent >= SCIENTIFIC_BELOW && exponent < SCIENTIFIC_FROM) {
            return plain.toPlainString();
        }
        String digits = plain.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder();
        if (plain.signum() < 0) {
            text.append('-');
        }
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('e').append(exponent < 0 ? '-' : '+');
        int magnitude = Math.abs(exponent);
        return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
    }
}
