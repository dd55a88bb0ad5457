package io.hushgate.rego.builtin.format;

import io.hushgate.rego.builtin.format.GoFormat.BigInt;
import io.hushgate.rego.builtin.format.GoFormat.Float64;
import io.hushgate.rego.builtin.format.GoFormat.Int;
import io.hushgate.rego.builtin.format.GoFormat.Operand;
import io.hushgate.rego.builtin.format.GoFormat.Text;
import io.hushgate.rego.builtin.number.GoFloat;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Prints one operand for one verb of a {@link GoFormat}. */
final class GoVerb {
    private final StringBuilder out;
    private final GoSpec spec;
    private final int verb;

    /** The {@code #} flag of a {@code %v}, which then quotes text. */
    private final boolean sharpValue;

    /** The {@code +} flag of a {@code %v}, which only big integers heed. */
    private final boolean plusValue;

    private GoVerb(
            StringBuilder out, GoSpec spec, int verb, boolean sharpValue, boolean plusValue) {
        this.out = out;
        this.spec = spec;
        this.verb = verb;
        this.sharpValue = sharpValue;
        this.plusValue = plusValue;
    }

    static void append(StringBuilder out, GoSpec spec, int verb, Operand operand) {
        boolean value = verb == 'v' || verb == 'w';
        boolean sharpValue = value && spec.sharp();
        boolean plusValue = value && spec.plus();
        if (value) {
            spec.clearPlusAndSharp();
        }
        new GoVerb(out, spec, verb, sharpValue, plusValue).print(operand);
    }

    private void print(Operand operand) {
        if (verb == 'T') {
            text(operand.type());
            return;
        }
        switch (operand) {
            case Int(var value) -> integer(value);
            case BigInt(var value) -> bigInteger(value);
            case Float64(var value) -> floating(value);
            case Text(var value) -> string(value);
        }
    }

    /** What {@code %v} prints. */
    static String plain(Operand operand) {
        StringBuilder out = new StringBuilder();
        append(out, new GoSpec(), 'v', operand);
        return out.toString();
    }

    private void bad(Operand operand) {
        out.append("%!").appendCodePoint(verb).append('(').append(operand.type()).append('=');
        new GoVerb(out, spec, 'v', false, false).print(operand);
        out.append(')');
    }

    private void text(String text) {
        String shown = text;
        if (spec.hasPrecision() && text.codePointCount(0, text.length()) > spec.precision()) {
            shown = text.substring(0, text.offsetByCodePoints(0, spec.precision()));
        }
        spec.pad(out, shown, spec.zero());
    }

    private void string(String value) {
        switch (verb) {
            case 'v' -> {
                if (sharpValue) {
                    quoted(value, false);
                } else {
                    text(value);
                }
            }
            case 's' -> text(value);
            case 'q' -> quoted(value, spec.sharp());
            case 'x' -> hex(value, false);
            case 'X' -> hex(value, true);
            default -> bad(new Text(value));
        }
    }

    private void quoted(String value, boolean raw) {
        String shown = value;
        if (spec.hasPrecision() && value.codePointCount(0, value.length()) > spec.precision()) {
            shown = value.substring(0, value.offsetByCodePoints(0, spec.precision()));
        }
        String quoted =
                raw && GoQuote.fitsBackQuotes(shown)
                        ? "`" + shown + "`"
                        : GoQuote.quote(shown, '"', spec.plus());
        spec.pad(out, quoted, spec.zero());
    }

    private void hex(String value, boolean upper) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int length = spec.hasPrecision() ? Math.min(spec.precision(), bytes.length) : bytes.length;
        HexFormat format = HexFormat.of();
        if (spec.space()) {
            format = HexFormat.ofDelimiter(" ").withPrefix(spec.sharp() ? "0x" : "");
        }
        String digits = format.formatHex(bytes, 0, length);
        if (spec.sharp() && !spec.space() && length > 0) {
            digits = "0x" + digits;
        }
        spec.pad(out, upper ? digits.toUpperCase(Locale.ROOT) : digits, spec.zero());
    }

    private void integer(long value) {
        switch (verb) {
            case 'v', 'd' -> digits(BigInteger.valueOf(value), 10, "", false);
            case 'b' -> digits(BigInteger.valueOf(value), 2, "0b", false);
            case 'o' -> digits(BigInteger.valueOf(value), 8, "0", false);
            case 'O' -> digits(BigInteger.valueOf(value), 8, "0o", false);
            case 'x' -> digits(BigInteger.valueOf(value), 16, "0x", false);
            case 'X' -> digits(BigInteger.valueOf(value), 16, "0X", true);
            case 'c' -> spec.pad(out, character(value), spec.zero());
            case 'q' ->
                    spec.pad(out, GoQuote.quote(character(value), '\'', spec.plus()), spec.zero());
            case 'U' -> unicode(value);
            default -> bad(new Int(value));
        }
    }

    private static String character(long value) {
        boolean valid =
                value >= 0
                        && value <= Character.MAX_CODE_POINT
                        && !(value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE);
        return Character.toString(valid ? (int) value : 0xfffd);
    }

    private void unicode(long value) {
        int least = spec.hasPrecision() ? Math.max(4, spec.precision()) : 4;
        String digits = Long.toHexString(value).toUpperCase(Locale.ROOT);
        String text = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
        if (spec.sharp()
                && value >= 0
                && value <= Character.MAX_CODE_POINT
                && GoQuote.isPrintable((int) value)) {
            text += " '" + Character.toString((int) value) + "'";
        }
        spec.pad(out, text, false);
    }

    /**
     * An integer with sign, prefix and leading zeros; the prefix only under {@code #}, or for
     * {@code %O}.
     */
    private void digits(BigInteger value, int radix, String prefix, boolean upper) {
        boolean negative = value.signum() < 0;
        String digits = value.abs().toString(radix);
        if (upper) {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        if (spec.hasPrecision() && spec.precision() == 0 && value.signum() == 0) {
            out.append(" ".repeat(spec.width()));
            return;
        }
        int least = 0;
        boolean signed = negative || spec.plus() || spec.space();
        if (spec.hasPrecision()) {
            least = spec.precision();
        } else if (spec.zero() && !spec.minus() && spec.width() > 0) {
            least = signed ? spec.width() - 1 : spec.width();
        }
        digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
        if (verb == 'O' || (spec.sharp() && radix != 10)) {
            boolean octalWithZero = prefix.equals("0") && digits.startsWith("0");
            digits = octalWithZero ? digits : prefix + digits;
        }
        String sign = negative ? "-" : spec.plus() ? "+" : spec.space() ? " " : "";
        spec.pad(out, sign + digits, false);
    }

    private void bigInteger(BigInteger value) {
        switch (verb) {
            case 'v', 'd', 's' -> bigDigits(value, 10, "", false);
            case 'b' -> bigDigits(value, 2, "0b", false);
            case 'o' -> bigDigits(value, 8, "0", false);
            case 'O' -> bigDigits(value, 8, "0o", false);
            case 'x' -> bigDigits(value, 16, "0x", false);
            case 'X' -> bigDigits(value, 16, "0X", true);
            default ->
                    out.append("%!")
                            .appendCodePoint(verb)
                            .append("(big.Int=")
                            .append(value)
                            .append(')');
        }
    }

    /** Unlike for machine integers, zeros fill the field between sign and digits. */
    private void bigDigits(BigInteger value, int radix, String prefix, boolean upper) {
        String digits = value.abs().toString(radix);
        if (upper) {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        boolean plus = spec.plus() || plusValue;
        String sign = value.signum() < 0 ? "-" : plus ? "+" : spec.space() ? " " : "";
        String shownPrefix = verb == 'O' || (spec.sharp() && radix != 10) ? prefix : "";
        int zeros = 0;
        int left = 0;
        int right = 0;
        if (spec.hasPrecision()) {
            if (digits.length() < spec.precision()) {
                zeros = spec.precision() - digits.length();
            } else if (digits.equals("0") && spec.precision() == 0) {
                return;
            }
        }
        int length = sign.length() + shownPrefix.length() + zeros + digits.length();
        int fill = spec.width() - length;
        if (fill > 0) {
            if (spec.minus()) {
                right = fill;
            } else if (spec.zero() && !spec.hasPrecision()) {
                zeros = fill;
            } else {
                left = fill;
            }
        }
        out.append(" ".repeat(left)).append(sign).append(shownPrefix).append("0".repeat(zeros));
        out.append(digits).append(" ".repeat(right));
    }

    private void floating(double value) {
        int precision = spec.precision();
        String text =
                switch (verb) {
                    case 'v' -> GoFloat.format(value, 'g', precision);
                    case 'g', 'G', 'x', 'X', 'b' -> GoFloat.format(value, (char) verb, precision);
                    case 'e', 'E', 'f' ->
                            GoFloat.format(value, (char) verb, spec.hasPrecision() ? precision : 6);
                    case 'F' -> GoFloat.format(value, 'f', spec.hasPrecision() ? precision : 6);
                    default -> "";
                };
        if (text.isEmpty()) {
            bad(new Float64(value));
            return;
        }
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (spec.sharp() && verb != 'b') {
            digits = GoFloat.withPoint(digits, verb, spec.precision());
        }
        String sign = negative ? "-" : spec.plus() ? "+" : spec.space() ? " " : "";
        int zeros = spec.width() - sign.length() - digits.length();
        if (spec.zero() && !spec.minus() && !sign.isEmpty() && zeros > 0) {
            out.append(sign).append("0".repeat(zeros)).append(digits);
        } else {
            spec.pad(out, sign + digits, spec.zero());
        }
    }
}
