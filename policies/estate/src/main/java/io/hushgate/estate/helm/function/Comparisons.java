package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Nil;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Equality and order. Integers and floating-point numbers compare, which Go refuses. */
final class Comparisons {
    private static final int MAX_DEPTH = 100;

    private Comparisons() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("eq", call -> Truth.of(equalsOne(call)));
        functions.put("ne", call -> Truth.of(!equal(call.at(0), call.at(1), call.budget())));
        functions.put("lt", call -> ordered(call, order -> order < 0));
        functions.put("le", call -> ordered(call, order -> order <= 0));
        functions.put("gt", call -> ordered(call, order -> order > 0));
        functions.put("ge", call -> ordered(call, order -> order >= 0));
        functions.put("not", call -> Truth.of(!call.at(0).isTrue()));
        functions.put("deepEqual", call -> Truth.of(equal(call.at(0), call.at(1), call.budget())));
    }

    private static boolean equalsOne(Call call) {
        Datum first = call.at(0);
        call.at(1);
        return call.from(1).stream().anyMatch(other -> equal(first, other, call.budget()));
    }

    private static Datum ordered(Call call, IntPredicate holds) {
        return Truth.of(holds.test(order(call.at(0), call.at(1))));
    }

    private static int order(Datum a, Datum b) {
        if (a instanceof Text(var left, _) && b instanceof Text(var right, _)) {
            return left.compareTo(right);
        }
        if (isNumber(a) && isNumber(b)) {
            return a instanceof Whole(var left) && b instanceof Whole(var right)
                    ? Long.compare(left, right)
                    : Double.compare(Call.real(a), Call.real(b));
        }
        throw TemplateProblem.of("a %s and a %s have no order".formatted(a.kind(), b.kind()));
    }

    private static boolean isNumber(Datum value) {
        return value instanceof Whole || value instanceof Real;
    }

    /** Deep equality; where a text was written does not matter. */
    static boolean equal(Datum a, Datum b, Budget budget) {
        return equal(a, b, budget, 0);
    }

    private static boolean equal(Datum a, Datum b, Budget budget, int depth) {
        if (depth > MAX_DEPTH) {
            throw TemplateProblem.of("values are nested deeper than " + MAX_DEPTH);
        }
        budget.step(1);
        return switch (a) {
            case Nil _ -> b.isNil();
            case Truth(var value) -> b instanceof Truth(var other) && value == other;
            case Whole(var value) ->
                    b instanceof Whole(var other)
                            ? value == other
                            : b instanceof Real(var real) && value == real;
            case Real(var value) -> isNumber(b) && value == Call.real(b);
            case Text(var text, _) -> b instanceof Text(var other, _) && text.equals(other);
            case Items(var items) ->
                    b instanceof Items(var others) && equal(items, others, budget, depth);
            case Table(var dict) ->
                    b instanceof Table(var other)
                            && (dict == other
                                    || (dict.keys().equals(other.keys())
                                            && equal(
                                                    dict.values(), other.values(), budget, depth)));
            case Native(var object) ->
                    b instanceof Native(var other) && object.text().equals(other.text());
        };
    }

    private static boolean equal(List<Datum> a, List<Datum> b, Budget budget, int depth) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i), budget, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}
