package io.hushgate.rego.compile;

import io.hushgate.rego.value.JsonLimits;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What OPA says about one set of modules. */
record Verdict(String id, boolean strict, List<String> modules, List<Complaint> complaints) {
    /** One error of OPA's. */
    record Complaint(String code, String message, int row) {}

    /** All verdicts below the shared directory. */
    static List<Verdict> read(Path shared) throws IOException {
        JsonReader json = new JsonReader(JsonLimits.DEFAULT);
        List<Verdict> verdicts = new ArrayList<>();
        Path file = shared.resolve("rego/compile-verdicts.jsonl.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                verdicts.add(of(json.read(line)));
            }
        }
        return verdicts;
    }

    private static Verdict of(Value json) {
        List<String> modules = new ArrayList<>();
        for (Value module : (RegoArray) part(json, "modules")) {
            modules.add(((RegoString) module).value());
        }
        List<Complaint> complaints = new ArrayList<>();
        for (Value error : (RegoArray) part(json, "errors")) {
            complaints.add(
                    new Complaint(
                            text(error, "code"),
                            text(error, "message"),
                            (int) ((RegoNumber) part(error, "row")).longValue()));
        }
        return new Verdict(text(json, "id"), part(json, "strict").isTruthy(), modules, complaints);
    }

    private static Value part(Value json, String key) {
        return Objects.requireNonNull(json.get(RegoString.of(key)), key);
    }

    private static String text(Value json, String key) {
        return ((RegoString) part(json, key)).value();
    }

    boolean accepts() {
        return complaints.isEmpty();
    }

    /** Whether the parser already refuses the modules. */
    boolean isAboutSyntax() {
        return !accepts() && complaints.getFirst().code().equals("rego_parse_error");
    }
}
