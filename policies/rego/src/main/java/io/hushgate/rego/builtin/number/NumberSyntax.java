package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.format.GoQuote;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code to_number}: numbers out of text, as Go's {@code strconv.ParseFloat} takes them. */
public final class NumberSyntax {
    /** Matches {@code +1.}, {@code .5e3}; not {@code 1_000} nor hexadecimal. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?\\d++)?+");

    /** Matches {@code 0x1p-2}: the exponent of two is mandatory. */
    private static final Pattern HEXADECIMAL =
            Pattern.compile(
                    "[+-]?0[xX](?:\\p{XDigit}++(?:\\.\\p{XDigit}*+)?+|\\.\\p{XDigit}++)[pP][+-]?\\d++");

    /** Longer texts are no numbers that anybody means, and slow to read. */
    private static final int MAX_LENGTH = 10_000;

    private NumberSyntax() {}

    public static RegoNumber toNumber(Value value) {
        return switch (value) {
            case RegoNull _ -> RegoNumber.ZERO;
            case RegoBoolean bool -> RegoNumber.of(bool.value() ? 1 : 0);
            case RegoNumber number -> number;
            case RegoString string -> parse(string);
            default -> throw BuiltinError.type(1, value, "null", "boolean", "number", "string");
        };
    }

    private static RegoNumber parse(RegoString string) {
        String text = string.value();
        int sign = 0;
        while (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
            sign++;
        }
        switch (text.substring(sign).toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "nan" ->
                    throw BuiltinError.type(1, string, "valid number string");
            default -> {}
        }
        if (text.length() <= MAX_LENGTH) {
            if (DECIMAL.matcher(text).matches()) {
                return decimal(text);
            }
            if (HEXADECIMAL.matcher(text).matches()) {
                return RegoNumber.of(new BigDecimal(Double.parseDouble(text)));
            }
        }
        throw BuiltinError.of(
                "strconv.ParseFloat: parsing %s: invalid syntax".formatted(GoQuote.quote(text)));
    }

    private static RegoNumber decimal(String text) {
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw outOfRange(text);
        }
        try {
            return RegoNumber.parse(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw outOfRange(text);
        }
    }

    private static BuiltinError outOfRange(String text) {
        return BuiltinError.of(
                "strconv.ParseFloat: parsing %s: value out of range"
                        .formatted(GoQuote.quote(text)));
    }
}
