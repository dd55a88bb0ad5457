package io.hushgate.baseline;

import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Suppression;
import io.hushgate.source.RegularFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a baseline. The order of lines, empty lines and repeated lines do not matter, so that the
 * lines of two branches can be put together by a union; anything unknown is an error.
 */
final class BaselineReader {
    static final String KIND = "baseline";
    static final int VERSION = 1;

    private static final long MAX_BYTES = 64 << 20;
    private static final Set<String> HEAD = Set.of("hushgate", "version", "key");
    private static final Set<String> FIELDS =
            Set.of("check", "fingerprint", "state", "path", "owner", "reason", "ticket", "until");
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String shownAs;
    private final List<Acceptance> acceptances = new ArrayList<>();
    private @Nullable String key;
    private boolean headed;

    private BaselineReader(String shownAs) {
        this.shownAs = shownAs;
    }

    static Baseline read(Path file, String shownAs, Anchor anchor) {
        BaselineReader reader = new BaselineReader(shownAs);
        List<String> lines;
        try {
            lines = RegularFile.lines(file, MAX_BYTES);
        } catch (IOException e) {
            throw new BaselineProblem(
                    shownAs
                            + ": the baseline cannot be read; check that it exists, is text and is"
                            + " below 64 MiB",
                    e);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                reader.line(lines.get(i), i + 1);
            }
        }
        return new Baseline(
                shownAs,
                anchor,
                Optional.ofNullable(reader.key),
                List.copyOf(new TreeSet<>(reader.acceptances)));
    }

    private void line(String text, int line) {
        Map<String, String> fields = fields(text, line);
        if (fields.containsKey("hushgate")) {
            head(fields, line);
        } else if (headed) {
            acceptances.add(acceptance(fields, line));
        } else {
            throw foreign(line);
        }
    }

    private void head(Map<String, String> fields, int line) {
        known(fields, HEAD, line);
        if (!KIND.equals(fields.get("hushgate"))) {
            throw foreign(line);
        }
        if (!Integer.toString(VERSION).equals(fields.get("version"))) {
            throw problem(
                    line,
                    "version %s is not known here; use the version of hushgate that wrote it, or write it anew"
                            .formatted(fields.get("version")));
        }
        String here = fields.get("key");
        if (headed && !Objects.equals(key, here)) {
            throw problem(
                    line,
                    "two branches wrote it under different fingerprint keys; write it anew under one");
        }
        key = here;
        headed = true;
    }

    private Acceptance acceptance(Map<String, String> fields, int line) {
        known(fields, FIELDS, line);
        String path = needed(fields, "path", line);
        checkGlob(path, line);
        return new Acceptance(
                needed(fields, "check", line),
                fingerprint(needed(fields, "fingerprint", line), line),
                historic(fields.get("state"), line),
                path,
                new Suppression(
                        needed(fields, "reason", line),
                        needed(fields, "owner", line),
                        Optional.ofNullable(fields.get("ticket")),
                        Optional.ofNullable(fields.get("until")).map(day -> day(day, line))),
                line);
    }

    private Map<String, String> fields(String text, int line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw foreign(line);
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw foreign(line);
                }
                fields.put(name, json.getString());
            }
            if (json.nextToken() != null) {
                throw problem(line, "one JSON object a line; break the line after the first");
            }
        } catch (JacksonException e) {
            throw headed
                    ? problem(line, "no JSON object: " + e.getOriginalMessage())
                    : foreign(line);
        }
        return fields;
    }

    private void known(Map<String, String> fields, Set<String> names, int line) {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw problem(
                        line,
                        "unknown field %s; known are %s"
                                .formatted(
                                        name, String.join(", ", names.stream().sorted().toList())));
            }
        }
    }

    private String needed(Map<String, String> fields, String name, int line) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw problem(line, "%s is missing; every acceptance has one".formatted(name));
        }
        return value;
    }

    private Fingerprint fingerprint(String hex, int line) {
        try {
            return new Fingerprint(hex);
        } catch (IllegalArgumentException e) {
            throw problem(line, "fingerprint: " + e.getMessage());
        }
    }

    private boolean historic(@Nullable String state, int line) {
        if (state == null || state.equals(FindingState.HISTORY_ONLY.label())) {
            return state != null;
        }
        throw problem(line, "state: only %s is known".formatted(FindingState.HISTORY_ONLY.label()));
    }

    private LocalDate day(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw problem(line, "until: %s is no day; write it as 2026-12-31".formatted(text));
        }
    }

    private void checkGlob(String path, int line) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
        } catch (PatternSyntaxException e) {
            throw problem(line, "path: %s is no glob: %s".formatted(path, e.getDescription()));
        }
    }

    private BaselineProblem foreign(int line) {
        return problem(
                line, "this is no baseline of hushgate; `hushgate baseline create` writes one");
    }

    private BaselineProblem problem(int line, String what) {
        return new BaselineProblem("%s:%s: %s".formatted(shownAs, line, what));
    }
}
