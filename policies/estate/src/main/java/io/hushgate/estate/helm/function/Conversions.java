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
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.TemplateProblem;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values of templates as values of JSON, and back. Numbers come back as floating-point ones, as
 * Go's decoder makes them.
 */
public final class Conversions {
    private static final int MAX_DEPTH = 100;

    private Conversions() {}

    static Value toValue(Datum datum, Budget budget) {
        return toValue(datum, budget, 0);
    }

    private static Value toValue(Datum datum, Budget budget, int depth) {
        enter(budget, depth);
        return switch (datum) {
            case Nil _ -> RegoNull.NULL;
            case Truth(var truth) -> RegoBoolean.of(truth);
            case Whole(var whole) -> RegoNumber.of(whole);
            case Real(var real) -> number(real);
            case Text(var text, _) -> {
                budget.text(text.length());
                yield RegoString.of(text);
            }
            case Items(var items) -> {
                RegoArray.Builder array = RegoArray.builder();
                items.forEach(item -> array.add(toValue(item, budget, depth + 1)));
                yield array.build();
            }
            case Table(var dict) -> object(dict, budget, depth);
            case Native(var object) ->
                    object.entries().isEmpty()
                            ? RegoString.of(object.text())
                            : object(object.entries(), budget, depth);
        };
    }

    private static Value object(Dict dict, Budget budget, int depth) {
        RegoObject.Builder object = RegoObject.builder();
        for (Map.Entry<String, Datum> entry : dict.entries()) {
            object.put(RegoString.of(entry.getKey()), toValue(entry.getValue(), budget, depth + 1));
        }
        return object.build();
    }

    private static Value number(double real) {
        if (!Double.isFinite(real)) {
            return RegoNull.NULL;
        }
        return real == Math.rint(real) && Math.abs(real) < 1e18
                ? RegoNumber.of((long) real)
                : RegoNumber.of(BigDecimal.valueOf(real));
    }

    static Datum toDatum(Value value, Budget budget) {
        return toDatum(value, budget, 0);
    }

    private static Datum toDatum(Value value, Budget budget, int depth) {
        enter(budget, depth);
        if (value instanceof RegoString string) {
            return Datum.text(string.value());
        }
        if (value instanceof RegoNumber number) {
            return new Real(number.doubleValue());
        }
        if (value instanceof RegoBoolean truth) {
            return Truth.of(truth.value());
        }
        if (value instanceof RegoArray array) {
            List<Datum> items = new ArrayList<>();
            array.forEach(item -> items.add(toDatum(item, budget, depth + 1)));
            return new Items(items);
        }
        if (value instanceof RegoObject object) {
            Dict dict = new Dict();
            object.forEach((key, inner) ->
                    dict.put(
                            key instanceof RegoString string
                                    ? string.value()
                                    : JsonWriter.COMPACT.write(key),
                            toDatum(inner, budget, depth + 1)));
            return new Table(dict);
        }
        return Datum.nil();
    }

    private static void enter(Budget budget, int depth) {
        budget.step(1);
        if (depth > MAX_DEPTH) {
            throw TemplateProblem.of("a value is nested deeper than " + MAX_DEPTH);
        }
    }
}
