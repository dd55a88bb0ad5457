package io.hushgate.rego.builtin.format;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.builtin.format.GoFormat.Operand;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that turn values into text: {@code sprintf}, {@code format_int} and template strings.
 */
public final class Formatting {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("sprintf", "(string, array[any]) => string", Formatting::sprintf),
                    Builtin.of("format_int", "(number, number) => string", (_, a) -> formatInt(a)),
                    Builtin.of(
                            "internal.template_string",
                            "(array[any]) => string",
                            Formatting::templateString));

    private Formatting() {}

    private static Value sprintf(BuiltinContext context, Value[] a) {
        String format = Operands.string(a, 0);
        List<Operand> operands = new ArrayList<>();
        for (Value value : Operands.array(a, 1)) {
            operands.add(operand(value));
        }
        String text = GoFormat.format(format, operands, context);
        Sizes.announceText(context, text.length());
        return RegoString.of(text);
    }

    private static Operand operand(Value value) {
        return switch (value) {
            case RegoNumber number -> operand(number);
            case RegoString string -> new GoFormat.Text(string.value());
            default -> new GoFormat.Text(value.toString());
        };
    }

    /** Go's number types go by how the number is spelt: {@code 1.0} is none of its integers. */
    private static Operand operand(RegoNumber number) {
        String text = number.text();
        boolean integer = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        if (integer && number.isLong()) {
            return new GoFormat.Int(number.longValue());
        }
        if (integer) {
            return new GoFormat.BigInt(number.bigInteger());
        }
        double value = number.doubleValue();
        return Double.isInfinite(value) ? new GoFormat.Text(text) : new GoFormat.Float64(value);
    }

    private static Value formatInt(Value[] a) {
        RegoNumber number = Operands.number(a, 0);
        RegoNumber base = Operands.number(a, 1);
        int radix =
                switch (base.text()) {
                    case "2" -> 2;
                    case "8" -> 8;
                    case "10" -> 10;
                    case "16" -> 16;
                    default -> throw BuiltinError.choice(2, "2", "8", "10", "16");
                };
        BigInteger integer = number.bigDecimal().setScale(0, RoundingMode.DOWN).toBigIntegerExact();
        return RegoString.of(integer.toString(radix));
    }

    /**
     * Joins the parts; each expression comes as a set that is empty when the expression is
     * undefined.
     */
    private static Value templateString(BuiltinContext context, Value[] a) {
        StringBuilder text = new StringBuilder();
        for (Value part : Operands.array(a, 0)) {
            if (part instanceof RegoSet set) {
                if (set.size() > 1) {
                    throw BuiltinError.of("template-strings must not produce multiple outputs");
                }
                text.append(set.size() == 0 ? "<undefined>" : bare(set.at(0)));
            } else {
                text.append(bare(part));
            }
        }
        Sizes.announceText(context, text.length());
        return RegoString.of(text.toString());
    }

    /** A string without quotes, anything else as Rego text. */
    public static String bare(Value value) {
        return value instanceof RegoString string ? string.value() : value.toString();
    }

    /** The lines that {@code print} shows: one for each combination of the operands' values. */
    public static List<String> printed(RegoArray operands) {
        List<String> lines = List.of("");
        for (Value operand : operands) {
            List<String> longer = new ArrayList<>();
            for (String line : lines) {
                String start = line.isEmpty() ? "" : line + " ";
                if (operand instanceof RegoSet set && set.size() > 0) {
                    for (Value value : set) {
                        longer.add(start + bare(value));
                    }
                } else {
                    longer.add(start + "<undefined>");
                }
            }
            lines = longer;
        }
        return lines;
    }
}
