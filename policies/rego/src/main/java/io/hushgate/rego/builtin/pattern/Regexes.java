package io.hushgate.rego.builtin.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions with the syntax and the linear time of RE2. */
public final class Regexes {
    private static final String MATCHES = "(string, string) => boolean";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("regex.is_valid", "(string) => boolean", (_, a) -> isValid(a[0])),
                    Builtin.of("regex.match", MATCHES, Regexes::matches),
                    Builtin.of("re_match", MATCHES, Regexes::matches)
                            .with(Builtin.Trait.DEPRECATED),
                    Builtin.of("regex.split", "(string, string) => array[string]", Regexes::split),
                    Builtin.of(
                            "regex.find_n",
                            "(string, string, number) => array[string]",
                            Regexes::find),
                    Builtin.of(
                            "regex.find_all_string_submatch_n",
                            "(string, string, number) => array[array[string]]",
                            Regexes::findGroups),
                    Builtin.of(
                            "regex.replace",
                            "(string, string, string) => string",
                            RegexReplace::replace),
                    Builtin.of(
                            "regex.template_match",
                            "(string, string, string, string) => boolean",
                            RegexTemplate::matches),
                    Builtin.of(
                            "regex.globs_match",
                            MATCHES,
                            (context, a) ->
                                    RegoBoolean.of(
                                            GlobIntersection.isNonEmpty(
                                                    context,
                                                    Operands.string(a, 0),
                                                    Operands.string(a, 1)))));

    private static final Patterns<Pattern> COMPILED = new Patterns<>(Regexes::parse);

    private Regexes() {}

    public static Pattern compile(String source) {
        return COMPILED.get(source);
    }

    private static Pattern parse(String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException e) {
            String part = e.getPattern();
            throw BuiltinError.of(
                    "error parsing regexp: %s: `%s`"
                            .formatted(e.getDescription(), part == null ? source : part));
        }
    }

    private static RegoBoolean isValid(Value value) {
        if (!(value instanceof RegoString string)) {
            return RegoBoolean.FALSE;
        }
        try {
            compile(string.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinError e) {
            return RegoBoolean.FALSE;
        }
    }

    private static RegoBoolean matches(BuiltinContext context, Value[] a) {
        String source = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        context.step(text.length() / 8);
        return RegoBoolean.of(compile(source).matcher(text).find());
    }

    private static RegoArray split(BuiltinContext context, Value[] a) {
        String source = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        RegoArray.Builder parts = RegoArray.builder();
        if (text.isEmpty() && !source.isEmpty()) {
            return RegoArray.of(RegoString.EMPTY);
        }
        int start = 0;
        int lastMatch = 0;
        RegexMatches matches = new RegexMatches(context, compile(source), text);
        while (matches.next()) {
            lastMatch = matches.start();
            if (matches.end() != 0) {
                parts.add(RegoString.of(text.substring(start, lastMatch)));
            }
            start = matches.end();
        }
        if (lastMatch != text.length()) {
            parts.add(RegoString.of(text.substring(start)));
        }
        return parts.build();
    }

    private static RegoArray find(BuiltinContext context, Value[] a) {
        String source = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        long limit = Operands.integer(a, 2);
        RegoArray.Builder found = RegoArray.builder();
        RegexMatches matches = new RegexMatches(context, compile(source), text);
        while ((limit < 0 || found.size() < limit) && matches.next()) {
            found.add(RegoString.of(text.substring(matches.start(), matches.end())));
        }
        return found.build();
    }

    private static RegoArray findGroups(BuiltinContext context, Value[] a) {
        String source = Operands.string(a, 0);
        String text = Operands.string(a, 1);
        long limit = Operands.integer(a, 2);
        RegoArray.Builder found = RegoArray.builder();
        RegexMatches matches = new RegexMatches(context, compile(source), text);
        while ((limit < 0 || found.size() < limit) && matches.next()) {
            found.add(groups(matches.matcher()));
        }
        return found.build();
    }

    private static RegoArray groups(Matcher matcher) {
        RegoArray.Builder groups = RegoArray.builder();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups.add(text(matcher.group(i)));
        }
        return groups.build();
    }

    private static RegoString text(@Nullable String group) {
        return group == null ? RegoString.EMPTY : RegoString.of(group);
    }
}
