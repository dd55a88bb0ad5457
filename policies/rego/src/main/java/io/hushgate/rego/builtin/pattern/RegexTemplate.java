package io.hushgate.rego.builtin.pattern;

import com.google.re2j.Pattern;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.GoQuote;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.Value;
import java.nio.charset.StandardCharsets;

/**
 * {@code regex.template_match}: literal text with expressions between delimiters, as in {@code
 * urn:<[a-z]+>}.
 */
final class RegexTemplate {
    private RegexTemplate() {}

    static RegoBoolean matches(BuiltinContext context, Value[] a) {
        String template = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        String start = Operands.string(a, 2);
        String end = Operands.string(a, 3);
        checkDelimiter("start", start, start);
        checkDelimiter("end", end, start);
        context.step(text.length() / 8);
        Pattern pattern = Regexes.compile(expression(template, start.charAt(0), end.charAt(0)));
        return RegoBoolean.of(pattern.matcher(text).find());
    }

    /** OPA's message tells the length of the start delimiter for either. */
    private static void checkDelimiter(String which, String delimiter, String start) {
        if (delimiter.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw BuiltinError.of(
                    "%s delimiter has to be exactly one character long but is %d long"
                            .formatted(which, start.getBytes(StandardCharsets.UTF_8).length));
        }
    }

    private static String expression(String template, char start, char end) {
        StringBuilder expression = new StringBuilder("^");
        int level = 0;
        int from = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == start && (c != end || level == 0)) {
                if (level++ == 0) {
                    expression.append(Pattern.quote(template.substring(from, i)));
                    from = i + 1;
                }
            } else if (c == end) {
                if (--level < 0) {
                    throw unbalanced(template);
                }
                if (level == 0) {
                    String part = template.substring(from, i);
                    Regexes.compile("^" + part + "$");
                    expression.append('(').append(part).append(')');
                    from = i + 1;
                }
            }
        }
        if (level != 0) {
            throw unbalanced(template);
        }
        return expression.append(Pattern.quote(template.substring(from))).append('$').toString();
    }

    private static BuiltinError unbalanced(String template) {
        return BuiltinError.of("unbalanced braces in " + GoQuote.quote(template));
    }
}
