package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/**
 * Reads {@code .gitignore} and {@code .dockerignore}: {@code [[{Kind, Value, Original}]]}, an entry
 * a line; kinds are Path, NegatedPath, Comment and Empty. The outer array is one document.
 */
final class IgnoreInput {
    private IgnoreInput() {}

    static Value read(String text) {
        List<Value> entries = text.lines().<Value>map(IgnoreInput::entry).toList();
        return RegoArray.of(RegoArray.of(entries));
    }

    private static RegoObject entry(String line) {
        String value = withoutTrailingBlanks(line);
        if (value.isEmpty()) {
            return entry("Empty", "", line);
        }
        return switch (value.charAt(0)) {
            case '#' -> entry("Comment", value.substring(1), line);
            case '!' -> entry("NegatedPath", value.substring(1), line);
            default -> entry("Path", value, line);
        };
    }

    /** A blank after a backslash belongs to the name. */
    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0
                && Character.isWhitespace(line.charAt(end - 1))
                && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    private static RegoObject entry(String kind, String value, String original) {
        return RegoObject.builder()
                .put("Kind", RegoString.of(kind))
                .put("Value", RegoString.of(value))
                .put("Original", RegoString.of(original))
                .build();
    }
}
