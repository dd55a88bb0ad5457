package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads INI files: {@code {section: {key: value}}}. Numbers and booleans are taken for such, a 1
 * being a number; keys before the first section are left out, as conftest does.
 */
final class IniInput {
    /** Has 3, -0.5 and 1e9; has no 0x1f, 1_000 and nan. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d{1,3}+)?+");

    private static final String DEFAULT_SECTION = "DEFAULT";

    private final Map<String, Map<String, Value>> sections = new TreeMap<>();
    private String section = DEFAULT_SECTION;

    private IniInput() {}

    static Value read(String text) {
        IniInput input = new IniInput();
        int number = 0;
        StringBuilder continued = new StringBuilder();
        for (String line : text.lines().toList()) {
            number++;
            String part = line.strip();
            boolean comment = part.startsWith("#") || part.startsWith(";");
            if (part.endsWith("\\") && !comment) {
                continued.append(part, 0, part.length() - 1);
            } else {
                input.line(number, continued + part);
                continued.setLength(0);
            }
        }
        input.line(number, continued.toString());
        RegoObject.Builder object = RegoObject.builder();
        input.sections.forEach((name, keys) -> {
            if (!name.equals(DEFAULT_SECTION)) {
                RegoObject.Builder inner = RegoObject.builder();
                keys.forEach(inner::put);
                object.put(name, inner.build());
            }
        });
        return object.build();
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        if (line.startsWith("[")) {
            int close = line.lastIndexOf(']');
            if (close < 0) {
                throw new InputProblem(number, "no ] closes the name of the section");
            }
            section = line.substring(1, close).strip();
            sections.computeIfAbsent(section, _ -> new TreeMap<>());
            return;
        }
        int delimiter = delimiter(line);
        if (delimiter < 1) {
            throw new InputProblem(number, "no KEY = VALUE; write one, or a comment after #");
        }
        sections.computeIfAbsent(section, _ -> new TreeMap<>())
                .put(
                        unquoted(line.substring(0, delimiter).strip()),
                        value(line.substring(delimiter + 1).strip()));
    }

    private static int delimiter(String line) {
        int from = line.startsWith("\"") ? Math.max(0, line.indexOf('"', 1)) : 0;
        int equals = line.indexOf('=', from);
        int colon = line.indexOf(':', from);
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    private static Value value(String written) {
        String text = unquoted(withoutComment(written));
        return switch (text) {
            case "t", "T", "true", "TRUE", "True" -> RegoBoolean.TRUE;
            case "f", "F", "false", "FALSE", "False" -> RegoBoolean.FALSE;
            default ->
                    NUMBER.matcher(text).matches()
                            ? RegoNumber.of(new BigDecimal(text))
                            : RegoString.of(text);
        };
    }

    private static String withoutComment(String written) {
        if (written.startsWith("\"") || written.startsWith("`") || written.startsWith("'")) {
            int close = written.indexOf(written.charAt(0), 1);
            if (close > 0) {
                return written.substring(0, close + 1);
            }
        }
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '#' || written.charAt(i) == ';') {
                return written.substring(0, i).stripTrailing();
            }
        }
        return written;
    }

    private static String unquoted(String text) {
        boolean quoted =
                text.length() > 1
                        && "\"'`".indexOf(text.charAt(0)) >= 0
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
