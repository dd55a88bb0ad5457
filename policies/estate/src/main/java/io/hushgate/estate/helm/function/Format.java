package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.GoPrinter;
import io.hushgate.rego.builtin.format.GoQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One {@code printf}. A verb that does not fit its operand shows in the text, as in Go: {@code
 * %!d(string=x)}. Source: documentation of Go's package fmt, "Printing".
 */
final class Format {
    /** Wider fields are nobody's intention. */
    private static final int MAX_WIDTH = 10_000;

    private final Call call;
    private final String format;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int operand = 1;
    private String flags = "";
    private int width;
    private int precision;

    Format(Call call) {
        this.call = call;
        this.format = call.text(0);
    }

    String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            verb();
        }
        out.append(format, Math.min(at, format.length()), format.length());
        if (operand < call.size()) {
            extra();
        }
        return out.toString();
    }

    private void extra() {
        out.append("%!(EXTRA ");
        for (int i = operand; i < call.size(); i++) {
            out.append(i > operand ? ", " : "");
            out.append(call.at(i).type()).append('=').append(printed(call.at(i)));
        }
        out.append(')');
    }

    private void verb() {
        int start = at;
        while (at < format.length() && "+-# 0".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        flags = format.substring(start, at);
        width = number(0);
        precision = -1;
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            precision = number(0);
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        char verb = format.charAt(at++);
        if (verb == '%') {
            out.append('%');
        } else if (operand >= call.size()) {
            out.append("%!").append(verb).append("(MISSING)");
        } else {
            padded(formatted(verb, call.at(operand++)));
        }
        call.budget().text(out.length());
    }

    private int number(int otherwise) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            return operand < call.size()
                    ? Math.clamp(call.whole(operand++), 0, MAX_WIDTH)
                    : otherwise;
        }
        int number = otherwise;
        while (at < format.length() && Character.isDigit(format.charAt(at))) {
            number = Math.min(MAX_WIDTH, number * 10 + Character.digit(format.charAt(at), 10));
            at++;
        }
        return number;
    }

    private void padded(String text) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            out.append(text);
        } else if (flags.indexOf('-') >= 0) {
            out.append(text).repeat(" ", missing);
        } else if (flags.indexOf('0') >= 0) {
            boolean signed = text.startsWith("-") || text.startsWith("+");
            out.append(signed ? text.substring(0, 1) : "").repeat("0", missing);
            out.append(signed ? text.substring(1) : text);
        } else {
            out.repeat(" ", missing).append(text);
        }
    }

    private String formatted(char verb, Datum value) {
        return switch (verb) {
            case 'v' -> flags.contains("#") && value instanceof Text ? quoted(value) : plain(value);
            case 's' ->
                    value instanceof Truth
                                    || value instanceof Whole
                                    || value instanceof Real
                                    || value.isNil()
                            ? bad(verb, value)
                            : plain(value);
            case 'q' -> value instanceof Text ? quoted(value) : bad(verb, value);
            case 'T' -> value.type();
            case 't' -> value instanceof Truth ? printed(value) : bad(verb, value);
            case 'd' -> value instanceof Whole(var whole) ? signed(whole) : bad(verb, value);
            case 'f', 'F' -> value instanceof Real(var real) ? fixed(real) : bad(verb, value);
            case 'g', 'e' -> value instanceof Real ? printed(value) : bad(verb, value);
            case 'x', 'X' -> hexadecimal(verb, value);
            case 'o' ->
                    value instanceof Whole(var whole)
                            ? Long.toOctalString(whole)
                            : bad(verb, value);
            case 'b' ->
                    value instanceof Whole(var whole)
                            ? Long.toBinaryString(whole)
                            : bad(verb, value);
            case 'c' ->
                    value instanceof Whole(var whole) && Character.isValidCodePoint((int) whole)
                            ? Character.toString((int) whole)
                            : bad(verb, value);
            default -> bad(verb, value);
        };
    }

    private String plain(Datum value) {
        String text = printed(value);
        return precision >= 0 && value instanceof Text && text.length() > precision
                ? text.substring(0, precision)
                : text;
    }

    private String quoted(Datum value) {
        return GoQuote.quote(printed(value));
    }

    private String signed(long whole) {
        return (whole >= 0 && flags.contains("+") ? "+" : "") + whole;
    }

    private String fixed(double real) {
        if (!Double.isFinite(real)) {
            return printed(new Real(real));
        }
        int decimals = precision < 0 ? 6 : precision;
        return BigDecimal.valueOf(real).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private String hexadecimal(char verb, Datum value) {
        String digits;
        if (value instanceof Whole(var whole)) {
            digits = Long.toHexString(whole);
        } else if (value instanceof Text(var text, _)) {
            digits = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        } else {
            return bad(verb, value);
        }
        return verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    private String bad(char verb, Datum value) {
        return value.isNil()
                ? "%!" + verb + "(<nil>)"
                : "%!" + verb + "(" + value.type() + "=" + printed(value) + ")";
    }

    private String printed(Datum value) {
        return GoPrinter.print(value, call.budget());
    }
}
