package io.hushgate.rego.backend;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a document lies.
 *
 * @param keys below {@code data}, any strings; none for {@code data} itself
 */
public record DocumentPath(List<String> keys) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public DocumentPath {
        keys = List.copyOf(keys);
    }

    /**
     * Reads keys separated by dots, such as {@code data.app.allow}.
     *
     * @throws IllegalArgumentException if the first of them is not {@code data}
     */
    public static DocumentPath of(String dotted) {
        List<String> parts = Arrays.asList(dotted.split("\\.", -1));
        if (!parts.getFirst().equals("data")) {
            throw new IllegalArgumentException(
                    "%s: a document's name begins with data, as in data.app.allow"
                            .formatted(dotted));
        }
        return new DocumentPath(parts.subList(1, parts.size()));
    }

    /** The reference as Rego writes it: {@code data.app["a/b"]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("data");
        for (String key : keys) {
            if (PLAIN.matcher(key).matches()) {
                text.append('.').append(key);
            } else {
                text.append("[\"").append(key).append("\"]");
            }
        }
        return text.toString();
    }
}
