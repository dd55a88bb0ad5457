package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF 2.1.0 with conftest's rules: {@code NAMESPACE/deny}, {@code /warn}, {@code /allow} for
 * exceptions, and for files without complaints {@code /success} or {@code /skip}.
 */
final class SarifOutput {
    private static final String SATISFIED = "Policy was satisfied successfully";
    private static final String SKIPPED = "Policy check was skipped";

    private final Map<String, RegoObject> rules = new LinkedHashMap<>();
    private final List<Value> results = new ArrayList<>();

    private SarifOutput() {}

    static String render(List<CheckResult> results) {
        SarifOutput output = new SarifOutput();
        results.forEach(output::result);
        boolean failed = results.stream().anyMatch(result -> !result.failures().isEmpty());
        boolean warned = results.stream().anyMatch(result -> !result.warnings().isEmpty());
        return JsonWriter.PRETTY.write(output.log(failed, warned)) + "\n";
    }

    private void result(CheckResult result) {
        result.failures()
                .forEach(failure -> add("deny", "error", "Policy violation", result, failure));
        result.warnings()
                .forEach(warning -> add("warn", "warning", "Policy warning", result, warning));
        result.exceptions()
                .forEach(exception -> add("allow", "note", "Policy exception", result, exception));
        if (result.failures().isEmpty() && result.warnings().isEmpty()) {
            boolean satisfied = result.successes() > 0 || !result.exceptions().isEmpty();
            String text = satisfied ? SATISFIED : SKIPPED;
            RegoObject told = RegoObject.of(RegoString.of("description"), RegoString.of(text));
            Judgement all = new Judgement(text, Optional.empty(), told);
            add(satisfied ? "success" : "skip", "none", text, result, all);
        }
    }

    private void add(
            String kind, String level, String rule, CheckResult result, Judgement judgement) {
        String id = result.namespace() + "/" + kind;
        rules.computeIfAbsent(id, _ -> rule(id, rule, judgement.metadata()));
        int index = List.copyOf(rules.keySet()).indexOf(id);
        results.add(
                object("ruleId", RegoString.of(id))
                        .put("ruleIndex", RegoNumber.of(index))
                        .put("level", RegoString.of(level))
                        .put("message", text(judgement.message()))
                        .put("locations", RegoArray.of(location(result, judgement)))
                        .build());
    }

    private static RegoObject rule(String id, String description, RegoObject properties) {
        RegoObject.Builder rule =
                object("id", RegoString.of(id)).put("shortDescription", text(description));
        if (properties.size() > 0) {
            rule.put("properties", properties);
        }
        return rule.build();
    }

    private static Value location(CheckResult result, Judgement judgement) {
        String file =
                judgement
                        .location()
                        .map(Judgement.Location::file)
                        .filter(named -> !named.isEmpty())
                        .orElse(result.file());
        RegoObject.Builder physical =
                object(
                        "artifactLocation",
                        object("uri", RegoString.of(file.replace('\\', '/'))).build());
        judgement
                .location()
                .flatMap(Judgement.Location::line)
                .ifPresent(line ->
                        physical.put(
                                "region", object("startLine", line).put("endLine", line).build()));
        return object("physicalLocation", physical.build()).build();
    }

    private RegoObject log(boolean failed, boolean warned) {
        String end =
                failed
                        ? "Policy violations found"
                        : warned ? "Policy warnings found" : "No policy violations found";
        RegoObject driver =
                object("name", RegoString.of("conftest"))
                        .put("rules", RegoArray.of(List.copyOf(rules.values())))
                        .build();
        RegoObject invocation =
                object("executionSuccessful", RegoBoolean.TRUE)
                        .put("exitCode", RegoNumber.of(failed ? 1 : 0))
                        .put("exitCodeDescription", RegoString.of(end))
                        .build();
        RegoObject run =
                object("tool", object("driver", driver).build())
                        .put("invocations", RegoArray.of(invocation))
                        .put("results", RegoArray.of(results))
                        .build();
        return object("version", RegoString.of("2.1.0"))
                .put("$schema", RegoString.of("https://json.schemastore.org/sarif-2.1.0.json"))
                .put("runs", RegoArray.of(run))
                .build();
    }

    private static RegoObject text(String text) {
        return object("text", RegoString.of(text)).build();
    }

    private static RegoObject.Builder object(String key, Value value) {
        return RegoObject.builder().put(key, value);
    }
}
