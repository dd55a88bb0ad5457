package io.hushgate.rego.builtin.format;

import io.hushgate.rego.builtin.BuiltinContext;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code fmt.Sprintf} for the four types of operand that Rego hands it: integers, big
 * integers, floating-point numbers and text. Mistakes show in the result, as in Go: {@code
 * %!d(string=x)}.
 *
 * <p>Source: documentation of Go's package fmt, "Printing".
 */
final class GoFormat {
    /** Go refuses wider fields and finer precisions. */
    private static final int MAX_NUMBER = 1_000_000;

    /** An operand. */
    sealed interface Operand {
        /** Go's name of its type. */
        String type();
    }

    record Int(long value) implements Operand {
        @Override
        public String type() {
            return "int";
        }
    }

    record BigInt(BigInteger value) implements Operand {
        @Override
        public String type() {
            return "*big.Int";
        }
    }

    record Float64(double value) implements Operand {
        @Override
        public String type() {
            return "float64";
        }
    }

    record Text(String value) implements Operand {
        @Override
        public String type() {
            return "string";
        }
    }

    private final String format;
    private final List<? extends Operand> operands;
    private final BuiltinContext context;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int operand;
    private boolean reordered;
    private boolean goodIndex;
    private boolean indexSeen;

    private GoFormat(String format, List<? extends Operand> operands, BuiltinContext context) {
        this.format = format;
        this.operands = operands;
        this.context = context;
    }

    static String format(String format, List<? extends Operand> operands, BuiltinContext context) {
        return new GoFormat(format, operands, context).run();
    }

    private String run() {
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
        if (!reordered && operand < operands.size()) {
            extra();
        }
        return out.toString();
    }

    private void extra() {
        out.append("%!(EXTRA ");
        for (int i = operand; i < operands.size(); i++) {
            Operand extra = operands.get(i);
            out.append(i > operand ? ", " : "").append(extra.type()).append('=');
            out.append(GoVerb.plain(extra));
        }
        out.append(')');
    }

    private void verb() {
        GoSpec spec = new GoSpec();
        goodIndex = true;
        while (at < format.length() && spec.takeFlag(format.charAt(at))) {
            at++;
        }
        index();
        width(spec);
        if (at + 1 < format.length() && format.charAt(at) == '.') {
            at++;
            precision(spec);
        }
        if (!indexSeen) {
            index();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            bad(verb, "BADINDEX");
        } else if (operand >= operands.size()) {
            bad(verb, "MISSING");
        } else {
            context.step((spec.width() + Math.max(0, spec.precision())) / 16);
            GoVerb.append(out, spec, verb, operands.get(operand++));
        }
    }

    private void bad(int verb, String what) {
        out.append("%!").appendCodePoint(verb).append('(').append(what).append(')');
    }

    private void width(GoSpec spec) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Long width = integerOperand();
            if (width == null) {
                out.append("%!(BADWIDTH)");
            } else {
                spec.setWidth(width.intValue());
            }
            indexSeen = false;
        } else {
            int width = number(format.length());
            if (width >= 0) {
                spec.setWidth(width);
                goodIndex &= !indexSeen; // "%[3]2d"
            }
        }
    }

    private void precision(GoSpec spec) {
        if (indexSeen) {
            goodIndex = false; // "%[3].2d"
        }
        index();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Long precision = integerOperand();
            if (precision == null) {
                out.append("%!(BADPREC)");
            } else if (precision >= 0) {
                spec.setPrecision(precision.intValue());
            } else {
                out.append("%!(BADPREC)");
            }
            indexSeen = false;
        } else {
            spec.setPrecision(Math.max(0, number(format.length())));
        }
    }

    /** The operand for a {@code *}, or null if it is none or too large. */
    private @Nullable Long integerOperand() {
        if (operand >= operands.size()) {
            return null;
        }
        Operand taken = operands.get(operand++);
        return taken instanceof Int(var value) && Math.abs(value) <= MAX_NUMBER ? value : null;
    }

    /**
     * Digits from here on: their number, or -1 for none, or -1 and the rest skipped for too many.
     */
    private int number(int end) {
        int start = at;
        int number = 0;
        while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            if (number > MAX_NUMBER) {
                at = end;
                return -1;
            }
            number = number * 10 + (format.charAt(at++) - '0');
        }
        return at > start ? number : -1;
    }

    /** {@code [n]}: the operand to go on with. */
    private void index() {
        indexSeen = false;
        if (at >= format.length() || format.charAt(at) != '[') {
            return;
        }
        reordered = true;
        int open = at;
        int close = format.indexOf(']', open);
        at = open + 1;
        if (close < 0 || format.length() - open < 3) {
            goodIndex = false;
            return;
        }
        int index = number(close);
        indexSeen = index >= 0 && at == close;
        at = close + 1;
        if (indexSeen && index >= 1 && index <= operands.size()) {
            operand = index - 1;
        } else {
            goodIndex = false;
        }
    }
}
