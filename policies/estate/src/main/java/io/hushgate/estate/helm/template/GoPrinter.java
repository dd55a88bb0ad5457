package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Nil;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import java.math.BigDecimal;
import java.util.Map;

/** Prints values as Go's {@code fmt} does for {@code %v}. */
public final class GoPrinter {
    /** The exponent from which on Go's shortest form has an exponent. */
    private static final int EXPONENT_FROM = 6;

    private static final int MAX_DEPTH = 100;

    private GoPrinter() {}

    /** What {@code %v} prints. */
    public static String print(Datum value, Budget budget) {
        return switch (value) {
            case Nil _ -> "<nil>";
            case Truth(var truth) -> truth ? "true" : "false";
            case Whole(var whole) -> Long.toString(whole);
            case Real(var real) -> shortest(real);
            case Text(var text, _) -> text;
            case Native(var object) -> object.text();
            case Items _, Table _ -> {
                StringBuilder out = new StringBuilder();
                nested(value, out, budget, 0);
                yield out.toString();
            }
        };
    }

    private static void nested(Datum value, StringBuilder out, Budget budget, int depth) {
        if (depth > MAX_DEPTH) {
            throw TemplateProblem.limit("a value is nested deeper than " + MAX_DEPTH);
        }
        budget.step(1);
        if (value instanceof Items(var items)) {
            out.append('[');
            for (int i = 0; i < items.size(); i++) {
                out.append(i > 0 ? " " : "");
                nested(items.get(i), out, budget, depth + 1);
            }
            out.append(']');
        } else if (value instanceof Table(var dict)) {
            out.append("map[");
            String separator = "";
            for (Map.Entry<String, Datum> entry : dict.entries()) {
                out.append(separator).append(entry.getKey()).append(':');
                nested(entry.getValue(), out, budget, depth + 1);
                separator = " ";
            }
            out.append(']');
        } else {
            out.append(print(value, budget));
        }
        budget.text(out.length());
    }

    /** The shortest digits that give the number again; an exponent below 1e-4 and from 1e6 on. */
    private static String shortest(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent < -4 || exponent >= EXPONENT_FROM) {
            return scientific(digits, exponent);
        }
        return digits.toPlainString();
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        StringBuilder out = new StringBuilder();
        out.append(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        int size = Math.abs(exponent);
        return out.append('e')
                .append(exponent < 0 ? '-' : '+')
                .append(size < 10 ? "0" : "")
                .append(size)
                .toString();
    }
}
