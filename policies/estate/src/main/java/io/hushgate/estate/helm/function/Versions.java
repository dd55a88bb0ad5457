package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.estate.helm.template.TemplateProblem;
import java.util.Map;

/** Functions about semantic versions. */
final class Versions {
    private Versions() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("semver", call -> new Native(version(call, 0)));
        functions.put(
                "semverCompare",
                call ->
                        Truth.of(
                                VersionRange.parse(call.text(0))
                                        .orElseThrow(() -> bad("constraint", call.text(0)))
                                        .contains(version(call, 1))));
    }

    private static Version version(Call call, int argument) {
        return Version.parse(call.text(argument))
                .orElseThrow(() -> bad("version", call.text(argument)));
    }

    private static TemplateProblem bad(String what, String text) {
        return TemplateProblem.of("not a %s: %s".formatted(what, Shortened.of(text)));
    }
}
