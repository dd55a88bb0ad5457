package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.List;
import java.util.Map;

/** Choices between values by whether they are empty. */
final class Defaults {
    private Defaults() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("default", Defaults::orDefault);
        functions.put("empty", call -> Truth.of(isEmpty(call.at(0))));
        functions.put("coalesce", Defaults::coalesce);
        functions.put("all", call -> Truth.of(call.arguments().stream().allMatch(Datum::isTrue)));
        functions.put("any", call -> Truth.of(call.arguments().stream().anyMatch(Datum::isTrue)));
        functions.put("ternary", call -> call.at(2).isTrue() ? call.at(0) : call.at(1));
        for (String name : List.of("compact", "mustCompact")) {
            functions.put(
                    name,
                    call ->
                            new Items(
                                    call.list(0).stream().filter(item -> !isEmpty(item)).toList()));
        }
    }

    static boolean isEmpty(Datum value) {
        return !value.isTrue();
    }

    private static Datum orDefault(Call call) {
        if (call.size() < 2) {
            return call.at(0);
        }
        Datum given = call.at(1);
        boolean empty = !given.isTrue();
        return empty ? call.at(0) : given;
    }

    private static Datum coalesce(Call call) {
        return call.arguments().stream().filter(Datum::isTrue).findFirst().orElse(Datum.nil());
    }
}
