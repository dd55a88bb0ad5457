package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Arithmetic. Whole numbers are 64 bits wide and wrap, as in Go. */
final class Numbers {
    private Numbers() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("int", call -> new Whole(call.whole(0)));
        functions.put("int64", call -> new Whole(call.whole(0)));
        functions.put("atoi", call -> new Whole(call.whole(0)));
        functions.put("float64", call -> new Real(call.real(0)));
        functions.put("toDecimal", Numbers::fromOctal);
        functions.put("add1", call -> new Whole(call.whole(0) + 1));
        functions.put("add", call -> folded(call, Long::sum));
        functions.put("sub", call -> new Whole(call.whole(0) - call.whole(1)));
        functions.put("mul", call -> folded(call, (a, b) -> a * b));
        functions.put("div", call -> new Whole(call.whole(0) / divisor(call)));
        functions.put("mod", call -> new Whole(call.whole(0) % divisor(call)));
        functions.put("max", call -> folded(call, Math::max));
        functions.put("biggest", call -> folded(call, Math::max));
        functions.put("min", call -> folded(call, Math::min));
        functions.put("maxf", call -> foldedReals(call, Math::max));
        functions.put("minf", call -> foldedReals(call, Math::min));
        functions.put("add1f", call -> new Real(call.real(0) + 1));
        functions.put("addf", call -> foldedReals(call, Double::sum));
        functions.put("subf", call -> foldedReals(call, (a, b) -> a - b));
        functions.put("mulf", call -> foldedReals(call, (a, b) -> a * b));
        functions.put("divf", call -> foldedReals(call, (a, b) -> a / b));
        functions.put("ceil", call -> new Real(Math.ceil(call.real(0))));
        functions.put("floor", call -> new Real(Math.floor(call.real(0))));
        functions.put("round", Numbers::round);
        functions.put("seq", Numbers::sequence);
    }

    private static long divisor(Call call) {
        long divisor = call.whole(1);
        if (divisor == 0) {
            throw TemplateProblem.of("a division by zero");
        }
        return divisor;
    }

    private static Datum folded(Call call, LongBinaryOperator operator) {
        long value = call.whole(0);
        for (int i = 1; i < call.size(); i++) {
            value = operator.applyAsLong(value, call.whole(i));
        }
        return new Whole(value);
    }

    private static Datum foldedReals(Call call, DoubleBinaryOperator operator) {
        double value = call.real(0);
        for (int i = 1; i < call.size(); i++) {
            value = operator.applyAsDouble(value, call.real(i));
        }
        return new Real(value);
    }

    private static Datum fromOctal(Call call) {
        try {
            return new Whole(Long.parseLong(call.text(0), 8));
        } catch (NumberFormatException e) {
            return new Whole(0);
        }
    }

    /** {@code round 1.25 1}: to a number of decimals, half away from zero. */
    private static Datum round(Call call) {
        double value = call.real(0);
        if (!Double.isFinite(value)) {
            return new Real(value);
        }
        int decimals = Math.clamp(call.whole(1), -300, 300);
        return new Real(
                BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue());
    }

    /** {@code seq 1 2 5}, as the shell's command of that name, in one line. */
    private static Datum sequence(Call call) {
        long first = call.size() > 1 ? call.whole(0) : 1;
        long last = call.size() == 0 ? 0 : Call.whole(call.last());
        long step = call.size() > 2 ? call.whole(1) : last < first ? -1 : 1;
        if (call.size() == 0 || call.size() > 3 || step == 0 || (last - first) / step < 0) {
            return Text.EMPTY;
        }
        StringBuilder out = new StringBuilder();
        for (long at = first; step > 0 ? at <= last : at >= last; at += step) {
            out.append(out.isEmpty() ? "" : " ").append(at);
            call.budget().step(1);
        }
        return Datum.text(out.toString());
    }
}
