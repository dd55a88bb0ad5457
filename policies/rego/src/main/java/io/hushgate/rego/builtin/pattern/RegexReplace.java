package io.hushgate.rego.builtin.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code regex.replace}: each match by a template in which {@code $1} and {@code ${name}} stand for
 * groups.
 */
final class RegexReplace {
    private static final int MAX_GROUP_NUMBER = 100_000_000;

    private final Matcher matcher;
    private final Map<String, Integer> names;
    private final String template;

    private RegexReplace(Pattern pattern, Matcher matcher, String template) {
        this.matcher = matcher;
        this.names = pattern.namedGroups();
        this.template = template;
    }

    static Value replace(BuiltinContext context, Value[] a) {
        String text = Operands.string(a, 0);
        Pattern pattern = Regexes.compile(Operands.string(a, 1));
        String template = Operands.string(a, 2);
        StringBuilder out = new StringBuilder();
        RegexMatches matches = new RegexMatches(context, pattern, text);
        RegexReplace replacing = new RegexReplace(pattern, matches.matcher(), template);
        int copied = 0;
        while (matches.next()) {
            out.append(text, copied, matches.start());
            replacing.expand(out);
            copied = matches.end();
            Sizes.checkText(out.length());
        }
        if (copied == 0 && out.isEmpty()) {
            return a[0];
        }
        out.append(text, copied, text.length());
        Sizes.announceText(context, out.length());
        return RegoString.of(out.toString());
    }

    private void expand(StringBuilder out) {
        int at = 0;
        while (true) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                out.append(template, at, template.length());
                return;
            }
            out.append(template, at, dollar);
            at = dollar + 1;
            if (template.startsWith("$", at)) {
                out.append('$');
                at++;
                continue;
            }
            boolean braces = template.startsWith("{", at);
            int start = braces ? at + 1 : at;
            int end = start;
            while (end < template.length() && isWord(template.codePointAt(end))) {
                end += Character.charCount(template.codePointAt(end));
            }
            if (end == start || (braces && !template.startsWith("}", end))) {
                out.append('$'); // malformed, so the dollar is text
                continue;
            }
            String group = group(template.substring(start, end));
            if (group != null) {
                out.append(group);
            }
            at = braces ? end + 1 : end;
        }
    }

    private static boolean isWord(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }

    private @Nullable String group(String name) {
        int number = number(name);
        if (number < 0) {
            Integer named = names.get(name);
            if (named == null) {
                return null;
            }
            number = named;
        }
        return number <= matcher.groupCount() ? matcher.group(number) : null;
    }

    /** A group's number without leading zeros, or -1 for a name. */
    private static int number(String name) {
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9' || number >= MAX_GROUP_NUMBER) {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return name.startsWith("0") && name.length() > 1 ? -1 : number;
    }
}
