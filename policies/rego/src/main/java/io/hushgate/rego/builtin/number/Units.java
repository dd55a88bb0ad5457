package io.hushgate.rego.builtin.number;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts with units: {@code 10Ki}, {@code 1.5GB}, {@code 250m}. */
public final class Units {
    /** Matches {@code 1}, {@code 1.5e3}, {@code .5}; the sign is taken off before. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");

    private static final int MAX_LENGTH = 1_000;

    /**
     * One thousandth as a {@code double}, which is what OPA multiplies by; on its own, for {@code
     * BigDecimal} squares its way to large powers of five when it is loaded, and a hook that names
     * no unit can do without.
     */
    private static final class Milli {
        static final BigDecimal VALUE =
                new BigDecimal("0.001000000000000000020816681711721685132943093776702880859375");
    }

    private static final int FRACTION_DIGITS = 10;

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "units.parse",
                            "(string) => number",
                            (_, a) -> parse(Operands.string(a, 0))),
                    Builtin.of(
                            "units.parse_bytes",
                            "(string) => number",
                            (_, a) -> parseBytes(Operands.string(a, 0))));

    private Units() {}

    private static Value parse(String raw) {
        Amount amount = Amount.split("units.parse", raw.replace("\"", ""), "amount");
        String unit = amount.unit;
        if (unit.length() > 1) {
            unit = unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT);
        }
        BigDecimal product = amount.number("amount").multiply(scale(unit));
        if (product.stripTrailingZeros().scale() <= 0) {
            return RegoNumber.of(product.toBigIntegerExact());
        }
        return RegoNumber.parse(
                product.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP).toPlainString());
    }

    /**
     * {@code m} is milli and {@code M} is mega; else the case of the first letter does not matter.
     */
    private static BigDecimal scale(String unit) {
        if (unit.equals("m")) {
            return Milli.VALUE;
        }
        int binary = unit.endsWith("i") ? 1 : 0;
        int power =
                unit.isEmpty() ? 0 : "kmgtpe".indexOf(Character.toLowerCase(unit.charAt(0))) + 1;
        if (unit.length() > 1 + binary || (power == 0 && !unit.isEmpty())) {
            throw BuiltinError.of("units.parse: unit %s not recognized".formatted(unit));
        }
        return new BigDecimal(power(binary == 1, power));
    }

    private static BigInteger power(boolean binary, int power) {
        return BigInteger.valueOf(binary ? 1024 : 1000).pow(power);
    }

    private static Value parseBytes(String raw) {
        String text = raw.toLowerCase(Locale.ROOT).replace("\"", "");
        Amount amount = Amount.split("units.parse_bytes", text, "byte amount");
        String unit = amount.unit;
        String prefix = unit.endsWith("b") ? unit.substring(0, unit.length() - 1) : unit;
        boolean binary = prefix.endsWith("i");
        String letter = binary ? prefix.substring(0, prefix.length() - 1) : prefix;
        int power = letter.isEmpty() ? 0 : "kmgtpe".indexOf(letter) + 1;
        if (letter.length() > 1 || (power == 0 && !unit.isEmpty())) {
            throw BuiltinError.of("units.parse_bytes: byte unit %s not recognized".formatted(unit));
        }
        BigFloat product =
                BigFloat.of(amount.number("byte amount"))
                        .times(BigFloat.of(new BigDecimal(power(binary, power))));
        return RegoNumber.of(product.truncated());
    }

    /** A number and the unit behind it, as texts. */
    private record Amount(String function, String number, String unit) {
        static Amount split(String function, String text, String what) {
            if (text.indexOf(' ') >= 0) {
                throw BuiltinError.of(function + ": spaces not allowed in resource strings");
            }
            int end = numberEnd(text);
            if (end == 0) {
                throw BuiltinError.of(function + ": no " + what + " provided");
            }
            return new Amount(function, text.substring(0, end), text.substring(end));
        }

        /** An {@code e} is part of the number only when digits or a sign follow. */
        private static int numberEnd(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (c == 'e' || c == 'E') {
                    boolean exponent = Character.isDigit(next) || next == '+' || next == '-';
                    if (!exponent) {
                        return i;
                    }
                    i += Character.isDigit(next) ? 0 : 1;
                } else if (!Character.isDigit(c) && c != '.' && c != '+' && c != '-') {
                    return i;
                }
            }
            return text.length();
        }

        BigDecimal number(String what) {
            String digits =
                    number.startsWith("+") || number.startsWith("-") ? number.substring(1) : number;
            if (number.length() > MAX_LENGTH || !NUMBER.matcher(digits).matches()) {
                throw BuiltinError.of(function + ": could not parse " + what + " to a number");
            }
            return new BigDecimal(number);
        }
    }
}
