package io.hushgate.rego.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The modules of OPA's conformance cases, where they are at hand; a test that needs them is skipped
 * where not.
 */
public final class SharedCorpus {
    private static final JsonFactory JSON = new JsonFactory();

    /** A module text and the case it belongs to. */
    public record Sample(String note, String text) {}

    /** What OPA says about a set of modules. */
    public record Verdict(
            String id, String mutation, List<String> modules, List<Complaint> errors) {
        public List<Complaint> parseErrors() {
            return errors.stream().filter(e -> e.code().equals("rego_parse_error")).toList();
        }
    }

    /** One error of OPA's. */
    public record Complaint(String code, String message, int row, int column) {}

    private SharedCorpus() {}

    /** All modules below a directory of cases: {@code v1}, {@code v1-newer} or {@code v0}. */
    public static List<Sample> modules(String directory) {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve(directory))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                Map<?, ?> document = (Map<?, ?>) read(Files.newInputStream(file)).getFirst();
                for (Object each : (List<?>) document.get("cases")) {
                    Map<?, ?> kase = (Map<?, ?>) each;
                    if (kase.get("modules") instanceof List<?> modules) {
                        modules.forEach(m ->
                                samples.add(new Sample((String) kase.get("note"), (String) m)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    public static List<Verdict> verdicts() {
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(root().resolve("compile-verdicts.jsonl.gz")))) {
            return read(in).stream().map(v -> verdict((Map<?, ?>) v)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict verdict(Map<?, ?> json) {
        List<Complaint> errors = new ArrayList<>();
        for (Object each : (List<?>) json.get("errors")) {
            Map<?, ?> error = (Map<?, ?>) each;
            errors.add(
                    new Complaint(
                            (String) error.get("code"),
                            (String) error.get("message"),
                            ((Number) error.get("row")).intValue(),
                            ((Number) error.get("col")).intValue()));
        }
        List<String> modules =
                ((List<?>) json.get("modules")).stream().map(String.class::cast).toList();
        return new Verdict((String) json.get("id"), (String) json.get("mutation"), modules, errors);
    }

    private static Path root() {
        Path root = Path.of(System.getProperty("shared.dir", "missing"), "rego");
        Assumptions.assumeTrue(
                Files.isDirectory(root), "OPA's conformance cases are not at hand: " + root);
        return root;
    }

    private static List<Object> read(InputStream stream) {
        List<Object> documents = new ArrayList<>();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), stream)) {
            while (in.nextToken() != null) {
                documents.add(value(in));
            }
        }
        return documents;
    }

    private static Object value(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String key = in.currentName();
                    in.nextToken();
                    object.put(key, value(in));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(in));
                }
                yield array;
            }
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_STRING -> in.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> "";
        };
    }
}
