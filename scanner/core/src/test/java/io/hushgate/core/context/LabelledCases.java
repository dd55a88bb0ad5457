package io.hushgate.core.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The labelled lines of the shared accuracy cases: files with windows of real text. */
final class LabelledCases {
    private static final Set<String> IDENTIFIERS =
            Set.of(
                    "UUID",
                    "AWS S3 Bucket",
                    "Firebase Domain",
                    "Tencent WeChat API App ID",
                    "Nonce",
                    "Salt",
                    "Other");

    /** A file; lines outside of the windows are empty. */
    record Case(String path, byte[] text) {}

    /** What is known of a line: T, F, X or N, the strongest of its labels. */
    record Label(String group, char truth) {}

    private LabelledCases() {}

    static Path directory() {
        return Path.of(System.getProperty("shared.dir", "../shared"), "bench", "accuracy");
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String json : lines("cases-dev.jsonl.gz")) {
            cases.add(read(json));
        }
        return cases;
    }

    private static Case read(String json) {
        StringBuilder text = new StringBuilder();
        String path = "";
        int line = 1;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                String name = parser.currentName();
                if (parser.currentToken() == JsonToken.VALUE_STRING && "path".equals(name)) {
                    path = parser.getString();
                } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    for (; line < parser.getIntValue(); line++) {
                        text.append('\n');
                    }
                } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    text.append(parser.getString()).append('\n');
                    line++;
                }
            }
        }
        return new Case(path, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Labels by {@code path:line}. */
    static Map<String, Label> labels() throws IOException {
        Map<String, Label> labels = new HashMap<>();
        List<String> rows = lines("labels-dev.csv.gz");
        for (String row : rows.subList(1, rows.size())) {
            String[] c = row.split(",", -1);
            if (!c[4].equals("line")) {
                continue;
            }
            char truth = c[10].charAt(0);
            if (Set.of(c[11].split(":", -1)).stream().allMatch(IDENTIFIERS::contains)) {
                truth = 'N';
            }
            for (int line = Integer.parseInt(c[5]); line <= Integer.parseInt(c[6]); line++) {
                Label label = new Label(c[2], truth);
                labels.merge(
                        c[3] + ":" + line,
                        label,
                        (a, b) -> a.truth == 'T' ? a : b.truth == 'T' || a.truth == 'N' ? b : a);
            }
        }
        return labels;
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(directory().resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
