package io.hushgate.rules.gitleaks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON report of gitleaks or of Hushgate whose findings are known already. Everything about a
 * finding has to be equal, but for tags and fingerprint; the value only where the report shows it.
 * What gitleaks told under its own name of a shipped rule has other columns and words: commit,
 * file, line and value decide. Keeps hashes, no values.
 */
public final class LeakBaseline {
    /** Knows nothing. */
    public static final LeakBaseline NONE = new LeakBaseline();

    private static final List<String> COMPARED =
            List.of(
                    "RuleID",
                    "Description",
                    "StartLine",
                    "EndLine",
                    "StartColumn",
                    "EndColumn",
                    "File",
                    "Commit",
                    "Author",
                    "Email",
                    "Date",
                    "Message",
                    "Entropy");

    private final Set<String> places = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private LeakBaseline() {}

    /**
     * Reads a report.
     *
     * @throws GitleaksProblem when it is none
     */
    public static LeakBaseline read(Path file) {
        LeakBaseline baseline = new LeakBaseline();
        entries(file).forEach(baseline::add);
        return baseline;
    }

    /** The findings of a report, each with its fields that are no lists. */
    static List<Map<String, String>> entries(Path file) {
        List<Map<String, String>> entries = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory()
                        .createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new GitleaksProblem(file.toString(), notAReport());
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entries.add(fields(json));
            }
        } catch (IOException e) {
            throw new GitleaksProblem(file.toString(), "it cannot be read; check the path");
        } catch (StreamReadException e) {
            throw new GitleaksProblem(file.toString(), notAReport());
        }
        return entries;
    }

    private static String notAReport() {
        return "it is no JSON report of gitleaks; write one with --report-format json";
    }

    /** The fields of an object that has begun. */
    static Map<String, String> fields(JsonParser json) {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else {
                fields.put(name, json.getString());
            }
        }
        return fields;
    }

    private void add(Map<String, String> fields) {
        StringBuilder place = new StringBuilder();
        for (String name : COMPARED) {
            String value = fields.getOrDefault(name, "");
            place.append(name.equals("Entropy") ? number(value) : value).append('\0');
        }
        String secret = fields.getOrDefault("Secret", "");
        boolean redacted = Redaction.isRedacted(secret);
        named.add(
                hash(
                        String.join(
                                "\0",
                                fields.getOrDefault("Commit", ""),
                                fields.getOrDefault("File", ""),
                                fields.getOrDefault("RuleID", ""),
                                fields.getOrDefault("StartLine", ""),
                                redacted ? "" : secret)));
        if (redacted) {
            places.add(hash(place.toString()));
        } else {
            String match = fields.getOrDefault("Match", "");
            values.add(hash(place + match + '\0' + secret));
        }
    }

    private static String number(String text) {
        try {
            return entropy(Float.parseFloat(text));
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private static String entropy(float value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Tells whether a finding is in the report. */
    boolean knows(GitleaksFinding finding, Hit hit) {
        if (places.isEmpty() && values.isEmpty()) {
            return false;
        }
        String place =
                String.join(
                                "\0",
                                finding.rule(),
                                finding.description(),
                                Integer.toString(finding.startLine()),
                                Integer.toString(finding.endLine()),
                                Integer.toString(finding.startColumn()),
                                Integer.toString(finding.endColumn()),
                                finding.file(),
                                finding.commit().id(),
                                finding.commit().author(),
                                finding.commit().mail(),
                                finding.commit().date(),
                                finding.commit().message(),
                                entropy(finding.entropy()))
                        + '\0';
        return places.contains(hash(place))
                || values.contains(hash(place + hit.match() + '\0' + hit.secret()));
    }

    /**
     * Tells whether the report has the value, or hides one, at this line under one of the names.
     */
    boolean knowsByName(GitleaksFinding finding, Hit hit, List<String> names) {
        return names.stream()
                .map(name ->
                        String.join(
                                "\0",
                                finding.commit().id(),
                                finding.file(),
                                name,
                                Integer.toString(finding.startLine()),
                                ""))
                .anyMatch(place ->
                        named.contains(hash(place)) || named.contains(hash(place + hit.secret())));
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
