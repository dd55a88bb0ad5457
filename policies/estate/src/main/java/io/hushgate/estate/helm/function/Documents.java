package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Call;
import io.hushgate.estate.helm.template.TemplateFunction;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.value.YamlProblem;
import io.hushgate.rego.value.YamlReader;
import io.hushgate.rego.value.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** YAML, JSON and TOML, in both directions. */
final class Documents {
    private static final JsonWriter HTML_SAFE = new JsonWriter(false, "", "", true);
    private static final JsonWriter PRETTY = new JsonWriter(true, "", "  ", true);

    private Documents() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        functions.put("toYaml", Documents::toYaml);
        functions.put("toYamlPretty", Documents::toYaml);
        functions.put("fromYaml", call -> table(yaml(call)));
        functions.put("fromYamlArray", call -> list(yaml(call)));
        functions.put("fromJson", call -> table(json(call)));
        functions.put("mustFromJson", call -> json(call).orElse(Datum.nil()));
        functions.put("fromJsonArray", call -> list(json(call)));
        functions.put("toToml", call -> Datum.text(TomlWriter.write(call.at(0), call.budget())));
        for (String must : List.of("", "must")) {
            functions.put(must.isEmpty() ? "toJson" : "mustToJson", call -> json(call, HTML_SAFE));
            functions.put(
                    must.isEmpty() ? "toPrettyJson" : "mustToPrettyJson",
                    call -> json(call, PRETTY));
            functions.put(
                    must.isEmpty() ? "toRawJson" : "mustToRawJson",
                    call -> json(call, JsonWriter.COMPACT));
        }
    }

    private static Datum toYaml(Call call) {
        call.evaluator().touchAll(call.at(0));
        Value value = Conversions.toValue(call.at(0), call.budget());
        String text = YamlWriter.write(value).replaceFirst("^--- (?=[\"'|])", "");
        return Datum.text(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    private static Datum json(Call call, JsonWriter writer) {
        call.evaluator().touchAll(call.at(0));
        return Datum.text(writer.write(Conversions.toValue(call.at(0), call.budget())));
    }

    private static Optional<Datum> yaml(Call call) {
        call.budget().step(call.text(0).length());
        try {
            return Optional.of(Conversions.toDatum(YamlReader.read(call.text(0)), call.budget()));
        } catch (YamlProblem e) {
            return Optional.empty();
        }
    }

    private static Optional<Datum> json(Call call) {
        call.budget().step(call.text(0).length());
        try {
            return Optional.of(
                    Conversions.toDatum(JsonReader.standard().read(call.text(0)), call.budget()));
        } catch (JsonProblem e) {
            return Optional.empty();
        }
    }

    /** What is no mapping becomes one with the mistake under {@code Error}, as in Helm. */
    private static Datum table(Optional<Datum> value) {
        Datum read = value.orElse(Datum.text(""));
        return read instanceof Table || read.isNil()
                ? read.isNil() ? Datum.table() : read
                : new Table(new Dict().put("Error", "error converting to a mapping"));
    }

    private static Datum list(Optional<Datum> value) {
        Datum read = value.orElse(Datum.text(""));
        return read instanceof Items
                ? read
                : read.isNil()
                        ? Items.EMPTY
                        : new Items(List.of(Datum.text("error converting to a list")));
    }
}
