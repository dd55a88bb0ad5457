package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.GoPrinter;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code print} and its kin, and escapes for other languages. */
final class Formatting {
    private Formatting() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("print", Formatting::print);
        functions.put("println", call -> Datum.text(spaced(call) + "\n"));
        functions.put("printf", call -> Datum.text(new Format(call).run()));
        functions.put("html", call -> Datum.text(html(spaced(call))));
        functions.put(
                "urlquery",
                call -> Datum.text(URLEncoder.encode(spaced(call), StandardCharsets.UTF_8)));
    }

    /** A blank stands between two operands of which neither is a text. */
    private static Datum print(Call call) {
        StringBuilder out = new StringBuilder();
        boolean afterText = true;
        for (Datum value : call.arguments()) {
            boolean text = value instanceof Text;
            out.append(!text && !afterText ? " " : "");
            out.append(GoPrinter.print(value, call.budget()));
            afterText = text;
        }
        return Datum.text(out.toString());
    }

    private static String spaced(Call call) {
        return call.arguments().stream()
                .map(value -> GoPrinter.print(value, call.budget()))
                .collect(Collectors.joining(" "));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
