package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.Map;

/** What a value is, by Go's names. */
final class TypeNames {
    private TypeNames() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("kindOf", call -> Datum.text(call.at(0).kind()));
        functions.put("typeOf", call -> Datum.text(call.at(0).type()));
        functions.put("kindIs", call -> Truth.of(call.text(0).equals(call.at(1).kind())));
        functions.put("typeIs", call -> Truth.of(call.text(0).equals(call.at(1).type())));
        functions.put(
                "typeIsLike",
                call -> {
                    String type = call.at(1).type();
                    return Truth.of(type.equals(call.text(0)) || type.equals("*" + call.text(0)));
                });
    }
}
