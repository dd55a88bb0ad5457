package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files into an object of strings. {@code $NAME} and {@code ${NAME}}, in
 * capitals, stand for what the file said before, outside of single quotes and not after a
 * backslash; the environment of the process is not asked. A {@code #} outside of quotes begins a
 * comment, with or without a blank before it.
 */
final class DotenvInput {
    /** {@code export NAME = value} and {@code NAME: value} match, {@code NAME:value} does not. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*+(?:export\\s++)?+([\\w.]++)(?:\\s*+=|:(?=\\s|$))(.*)");

    /** {@code $HOST}, <code>${HOST}</code> and {@code \$HOST} match, {@code pa$word} does not. */
    private static final Pattern VARIABLE = Pattern.compile("(\\\\)?\\$\\{?([A-Z0-9_]++)}?");

    /** A value grows with each reference to others; a hostile file would double it line by line. */
    private static final int MAX_VALUE_CHARS = 1 << 20;

    private final Map<String, String> values = new HashMap<>();

    private DotenvInput() {}

    static Value read(String text) {
        DotenvInput input = new DotenvInput();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                input.assignment(number, line);
            }
        }
        RegoObject.Builder object = RegoObject.builder();
        new TreeMap<>(input.values)
                .forEach((name, value) -> object.put(name, RegoString.of(value)));
        return object.build();
    }

    private void assignment(int number, String line) {
        Matcher matcher = ASSIGNMENT.matcher(line);
        if (!matcher.matches()) {
            throw new InputProblem(number, "no NAME=VALUE; write one, or a comment after #");
        }
        String value = value(matcher.group(2).strip());
        if (value.length() > MAX_VALUE_CHARS) {
            throw new InputProblem(
                    number, "the value is longer than %d characters".formatted(MAX_VALUE_CHARS));
        }
        values.put(matcher.group(1), value);
    }

    private String value(String written) {
        if (written.startsWith("'")) {
            int close = written.indexOf('\'', 1);
            return close < 0 ? written : written.substring(1, close);
        }
        if (written.startsWith("\"")) {
            int close = closingQuote(written);
            return close < 0 ? written : expanded(unescaped(written.substring(1, close)));
        }
        int comment = written.indexOf('#');
        return expanded(comment < 0 ? written : written.substring(0, comment).stripTrailing());
    }

    private static int closingQuote(String written) {
        int at = 1;
        while (at < written.length() && written.charAt(at) != '"') {
            at += written.charAt(at) == '\\' ? 2 : 1;
        }
        return at < written.length() ? at : -1;
    }

    private static String unescaped(String quoted) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < quoted.length() && quoted.charAt(i + 1) != '$') {
                char escaped = quoted.charAt(++i);
                plain.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private String expanded(String value) {
        return VARIABLE.matcher(value)
                .replaceAll(found -> {
                    String meant =
                            found.group(1) == null
                                    ? values.getOrDefault(found.group(2), "")
                                    : found.group().substring(1);
                    return Matcher.quoteReplacement(meant);
                });
    }
}
