package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/**
 * {@code [{filename, namespace, successes, skipped?, warnings?, failures?, exceptions?}]}, a result
 * being {@code {msg, loc?, metadata?}}; keys are sorted.
 */
final class JsonOutput {
    private static final JsonWriter WRITER = new JsonWriter(true, "", "\t", true);

    private JsonOutput() {}

    static String render(List<CheckResult> results) {
        return WRITER.write(RegoArray.of(results.stream().map(JsonOutput::result).toList())) + "\n";
    }

    private static RegoObject result(CheckResult result) {
        RegoObject.Builder object =
                RegoObject.builder()
                        .put(
                                "filename",
                                RegoString.of(result.file().equals("-") ? "" : result.file()))
                        .put("namespace", RegoString.of(result.namespace()))
                        .put("successes", RegoNumber.of(result.successes()));
        put("skipped", result.skipped(), object);
        put("warnings", result.warnings(), object);
        put("failures", result.failures(), object);
        put("exceptions", result.exceptions(), object);
        return object.build();
    }

    private static void put(String key, List<Judgement> judgements, RegoObject.Builder object) {
        if (!judgements.isEmpty()) {
            object.put(key, RegoArray.of(judgements.stream().map(JsonOutput::judgement).toList()));
        }
    }

    private static Value judgement(Judgement judgement) {
        RegoObject.Builder object =
                RegoObject.builder().put("msg", RegoString.of(judgement.message()));
        judgement.location().ifPresent(location -> object.put("loc", location(location)));
        if (judgement.metadata().size() > 0) {
            object.put("metadata", judgement.metadata());
        }
        return object.build();
    }

    private static Value location(Judgement.Location location) {
        RegoObject.Builder object = RegoObject.builder();
        if (!location.file().isEmpty()) {
            object.put("file", RegoString.of(location.file()));
        }
        location.line().ifPresent(line -> object.put("line", line));
        return object.build();
    }
}
