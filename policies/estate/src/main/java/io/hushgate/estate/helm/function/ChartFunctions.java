package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.util.Map;

/** Functions that Helm adds: other templates, values that have to be there, the cluster. */
final class ChartFunctions {
    private ChartFunctions() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put(
                "include", call -> Datum.text(call.evaluator().include(call.text(0), call.at(1))));
        functions.put(
                "tpl",
                call -> {
                    call.evaluator().touchAll(call.at(0));
                    return Datum.text(call.evaluator().inline(call.text(0), call.at(1)));
                });
        functions.put("required", ChartFunctions::required);
        functions.put(
                "fail",
                call -> {
                    throw TemplateProblem.of("the chart refuses these values: " + call.text(0));
                });
        functions.put("lookup", _ -> Datum.table());
        functions.put("getHostByName", _ -> Text.EMPTY);
    }

    private static Datum required(Call call) {
        Datum value = call.at(1);
        boolean missing = value instanceof Text(var text, _) ? text.isEmpty() : value.isNil();
        if (missing) {
            throw TemplateProblem.of("a value is required: " + call.text(0));
        }
        return value;
    }
}
