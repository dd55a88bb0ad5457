package io.hushgate.rego.test;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Writes results as {@code opa test --format json} does: what is false or empty is left out, output
 * is base64.
 */
public final class TestJson {
    private TestJson() {}

    public static String of(TestReport report) {
        RegoArray.Builder results = RegoArray.builder();
        report.results().forEach(result -> results.add(json(result)));
        return JsonWriter.PRETTY.write(results.build()) + "\n";
    }

    private static Value json(TestResult result) {
        RegoObject.Builder object = RegoObject.builder();
        object.put("location", json(result.location()));
        object.put("package", RegoString.of(result.packagePath()));
        object.put("name", RegoString.of(result.name()));
        switch (result.outcome()) {
            case PASS -> {}
            case FAIL -> object.put("fail", RegoBoolean.TRUE);
            case SKIPPED -> object.put("skip", RegoBoolean.TRUE);
            case ERROR -> result.error().ifPresent(e -> object.put("error", json(e)));
        }
        object.put("duration", RegoNumber.of(result.duration().toNanos()));
        if (!result.output().isEmpty()) {
            String output = String.join("\n", result.output()) + "\n";
            byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
            object.put("output", RegoString.of(Base64.getEncoder().encodeToString(bytes)));
        }
        if (!result.cases().isEmpty()) {
            object.put("sub_results", json(result.cases()));
        }
        return object.build();
    }

    private static Value json(List<CaseResult> cases) {
        RegoObject.Builder object = RegoObject.builder();
        for (CaseResult each : cases) {
            RegoObject.Builder inner = RegoObject.builder();
            inner.put("name", RegoString.of(each.name()));
            if (!each.passed()) {
                inner.put("fail", RegoBoolean.TRUE);
            }
            if (!each.cases().isEmpty()) {
                inner.put("sub_results", json(each.cases()));
            }
            object.put(each.name(), inner.build());
        }
        return object.build();
    }

    private static Value json(RegoError error) {
        RegoObject.Builder object = RegoObject.builder();
        object.put("code", RegoString.of(error.code().id()));
        object.put("message", RegoString.of(error.message()));
        object.put("location", json(error.location()));
        return object.build();
    }

    private static Value json(Location location) {
        RegoObject.Builder object = RegoObject.builder();
        object.put("file", RegoString.of(location.file()));
        object.put("row", RegoNumber.of(location.row()));
        object.put("col", RegoNumber.of(location.column()));
        return object.build();
    }
}
