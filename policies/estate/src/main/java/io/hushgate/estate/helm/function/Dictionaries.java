package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Budget;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dictionaries: made, read, changed and merged. */
final class Dictionaries {
    private static final int MAX_DEPTH = 100;

    private Dictionaries() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("dict", Dictionaries::dict);
        functions.put(
                "get",
                call -> {
                    Datum found = call.dict(0).get(call.text(1));
                    return call.dict(0).has(call.text(1)) ? found : Text.EMPTY;
                });
        functions.put(
                "set",
                call -> {
                    call.dict(0).put(call.text(1), call.at(2));
                    return call.at(0);
                });
        functions.put(
                "unset",
                call -> {
                    call.dict(0).remove(call.text(1));
                    return call.at(0);
                });
        functions.put("hasKey", call -> Truth.of(call.dict(0).has(call.text(1))));
        functions.put("keys", Dictionaries::keys);
        functions.put("values", call -> new Items(call.dict(0).values()));
        functions.put("pluck", Dictionaries::pluck);
        functions.put("pick", call -> chosen(call, true));
        functions.put("omit", call -> chosen(call, false));
        functions.put("dig", Dictionaries::dig);
        for (String must : List.of("", "must")) {
            functions.put(must.isEmpty() ? "merge" : "mustMerge", call -> merged(call, false));
            functions.put(
                    must.isEmpty() ? "mergeOverwrite" : "mustMergeOverwrite",
                    call -> merged(call, true));
            functions.put(
                    must.isEmpty() ? "deepCopy" : "mustDeepCopy",
                    call -> copy(call.at(0), call.budget(), 0));
        }
    }

    private static Datum dict(Call call) {
        Dict dict = new Dict();
        for (int i = 0; i < call.size(); i += 2) {
            dict.put(call.text(i), i + 1 < call.size() ? call.at(i + 1) : Text.EMPTY);
        }
        return new Table(dict);
    }

    private static Datum keys(Call call) {
        List<Datum> keys = new ArrayList<>();
        for (int i = 0; i < call.size(); i++) {
            call.dict(i).keys().forEach(key -> keys.add(Datum.text(key)));
        }
        return new Items(keys);
    }

    private static Datum pluck(Call call) {
        List<Datum> found = new ArrayList<>();
        for (int i = 1; i < call.size(); i++) {
            if (call.dict(i).has(call.text(0))) {
                found.add(call.dict(i).get(call.text(0)));
            }
        }
        return new Items(found);
    }

    private static Datum chosen(Call call, boolean named) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < call.size(); i++) {
            names.add(call.text(i));
        }
        Dict chosen = new Dict();
        call.dict(0)
                .entries()
                .forEach(entry -> {
                    if (names.contains(entry.getKey()) == named) {
                        chosen.put(entry.getKey(), entry.getValue());
                    }
                });
        return new Table(chosen);
    }

    /** {@code dig "a" "b" default dict} */
    private static Datum dig(Call call) {
        if (call.size() < 3) {
            throw TemplateProblem.of("dig needs at least a key, a default and a dictionary");
        }
        Datum at = call.last();
        for (int i = 0; i < call.size() - 2; i++) {
            if (!(at instanceof Table(var dict)) || !dict.has(call.text(i))) {
                return call.at(call.size() - 2);
            }
            at = dict.get(call.text(i));
        }
        return at;
    }

    private static Datum merged(Call call, boolean overwrite) {
        Dict into = call.dict(0);
        for (int i = 1; i < call.size(); i++) {
            merge(into, call.dict(i), overwrite, call.budget(), 0);
        }
        return call.at(0);
    }

    /**
     * Merges as the library mergo does: without {@code overwrite} a value that is there but empty
     * counts as missing; what is put in is shared, not copied.
     */
    private static void merge(Dict into, Dict from, boolean overwrite, Budget budget, int depth) {
        deep(depth);
        for (Map.Entry<String, Datum> entry : from.entries()) {
            budget.step(1);
            String key = entry.getKey();
            Datum value = entry.getValue();
            Datum there = into.get(key);
            if (value.isNil() && !overwrite) {
                continue;
            }
            if (value instanceof Table(var inner) && there instanceof Table(var outer)) {
                if (inner != outer) {
                    merge(outer, inner, overwrite, budget, depth + 1);
                }
            } else if (overwrite || !there.isTrue()) {
                into.put(key, value);
            }
        }
    }

    /** A copy that shares nothing. */
    static Datum copy(Datum value, Budget budget, int depth) {
        deep(depth);
        budget.step(1);
        if (value instanceof Table(var dict)) {
            Dict copy = new Dict();
            dict.entries()
                    .forEach(entry ->
                            copy.put(entry.getKey(), copy(entry.getValue(), budget, depth + 1)));
            return new Table(copy);
        }
        if (value instanceof Items(var items)) {
            return new Items(items.stream().map(item -> copy(item, budget, depth + 1)).toList());
        }
        return value;
    }

    private static void deep(int depth) {
        if (depth > MAX_DEPTH) {
            throw TemplateProblem.of("a value is nested deeper than " + MAX_DEPTH);
        }
    }
}
