package io.hushgate.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain YAML scalar means, by YAML 1.1 as the Go library reads it that OPA uses: {@code yes}
 * is true, {@code 010} is eight, {@code 1_000} is a thousand, and dates are strings.
 */
final class YamlScalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

    /** Matches {@code -12}, {@code 0x1f}, {@code 0b101}, {@code 0o17}; not {@code 1:30}. */
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)");

    /** Matches {@code .5}, {@code 1.}, {@code 2e-3}. */
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    /** Longer texts are no numbers that anybody means. */
    private static final int MAX_NUMBER = 1_000;

    private YamlScalars() {}

    static Value resolve(String text) {
        if (NULLS.contains(text)) {
            return RegoNull.NULL;
        }
        if (TRUE.contains(text)) {
            return RegoBoolean.TRUE;
        }
        if (FALSE.contains(text)) {
            return RegoBoolean.FALSE;
        }
        char first = text.charAt(0);
        boolean numeric =
                (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        return numeric && text.length() <= MAX_NUMBER ? number(text) : RegoString.of(text);
    }

    private static Value number(String text) {
        String digits = text.replace("_", "");
        if (INTEGER.matcher(digits).matches()) {
            Value integer = integer(digits);
            if (integer != null) {
                return integer;
            }
        }
        if (FLOAT.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            if (Double.isFinite(value)) {
                return RegoNumber.of(new BigDecimal(Double.toString(value)));
            }
        }
        return RegoString.of(text);
    }

    private static @Nullable Value integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            radix =
                    switch (digits.charAt(1)) {
                        case 'b' -> 2;
                        case 'x' -> 16;
                        default -> 8;
                    };
            digits = digits.substring(Character.isDigit(digits.charAt(1)) ? 1 : 2);
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger magnitude = new BigInteger(digits, radix);
        if (magnitude.bitLength() > Long.SIZE) {
            return null;
        }
        return RegoNumber.of(negative ? magnitude.negate() : magnitude);
    }
}
