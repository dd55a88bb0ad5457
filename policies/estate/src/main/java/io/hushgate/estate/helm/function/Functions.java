package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.HashMap;
import java.util.Map;

/** All functions, by name. */
public final class Functions {
    private static final Map<String, TemplateFunction> ALL = all();

    private Functions() {}

    /** The functions that a chart's templates may call. */
    public static Map<String, TemplateFunction> standard() {
        return ALL;
    }

    private static Map<String, TemplateFunction> all() {
        Map<String, TemplateFunction> functions = new HashMap<>();
        ChartFunctions.addTo(functions);
        Comparisons.addTo(functions);
        Defaults.addTo(functions);
        Dictionaries.addTo(functions);
        Documents.addTo(functions);
        Encodings.addTo(functions);
        Formatting.addTo(functions);
        Generated.addTo(functions);
        Lists.addTo(functions);
        Numbers.addTo(functions);
        Paths.addTo(functions);
        Regexes.addTo(functions);
        Texts.addTo(functions);
        TypeNames.addTo(functions);
        Versions.addTo(functions);
        Wordings.addTo(functions);
        return Map.copyOf(functions);
    }
}
