package io.hushgate.rego.builtin.text;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that take strings apart, put them together or look into them. Positions count code
 * points.
 */
public final class Strings {
    private static final String JUDGES = "(string, string) => boolean";
    private static final String ANY_OF =
            "(any<string, array[string], set[string]>, any<string, array[string], set[string]>) => boolean";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("contains", JUDGES, (_, a) -> judge(a, String::contains)),
                    Builtin.of("startswith", JUDGES, (_, a) -> judge(a, String::startsWith)),
                    Builtin.of("endswith", JUDGES, (_, a) -> judge(a, String::endsWith)),
                    Builtin.of(
                            "strings.any_prefix_match",
                            ANY_OF,
                            (context, a) -> anyMatch(context, a, String::startsWith)),
                    Builtin.of(
                            "strings.any_suffix_match",
                            ANY_OF,
                            (context, a) -> anyMatch(context, a, String::endsWith)),
                    Builtin.of(
                            "concat",
                            "(string, any<array[string], set[string]>) => string",
                            Strings::concat),
                    Builtin.of("split", "(string, string) => array[string]", Strings::split),
                    Builtin.of(
                            "strings.split_n",
                            "(string, string, number) => array[string]",
                            Strings::splitN),
                    Builtin.of("indexof", "(string, string) => number", (_, a) -> indexOf(a)),
                    Builtin.of(
                            "indexof_n",
                            "(string, string) => array[number]",
                            (_, a) -> allIndexesOf(a)),
                    Builtin.of(
                            "substring",
                            "(string, number, number) => string",
                            (_, a) -> substring(a)),
                    Builtin.of("strings.count", "(string, string) => number", (_, a) -> count(a)),
                    Builtin.of(
                            "strings.reverse",
                            "(string) => string",
                            (_, a) -> reverse(Operands.string(a, 0))),
                    Builtin.of(
                            "lower",
                            "(string) => string",
                            (_, a) -> mapped(Operands.stringValue(a, 0), Character::toLowerCase)),
                    Builtin.of(
                            "upper",
                            "(string) => string",
                            (_, a) -> mapped(Operands.stringValue(a, 0), Character::toUpperCase)));

    private Strings() {}

    @FunctionalInterface
    private interface Test {
        boolean holds(String text, String part);
    }

    private static RegoBoolean judge(Value[] a, Test test) {
        return RegoBoolean.of(test.holds(Operands.string(a, 0), Operands.string(a, 1)));
    }

    private static RegoBoolean anyMatch(BuiltinContext context, Value[] a, Test test) {
        List<String> texts = oneOrMore(a, 0);
        List<String> parts = oneOrMore(a, 1);
        context.step((long) texts.size() * parts.size());
        for (String text : texts) {
            for (String part : parts) {
                if (test.holds(text, part)) {
                    return RegoBoolean.TRUE;
                }
            }
        }
        return RegoBoolean.FALSE;
    }

    private static List<String> oneOrMore(Value[] a, int i) {
        return switch (a[i]) {
            case RegoString string -> List.of(string.value());
            case RegoArray _, RegoSet _ -> Operands.strings(a, i);
            default -> throw BuiltinError.type(i + 1, a[i], "string", "set", "array");
        };
    }

    private static RegoString concat(BuiltinContext context, Value[] a) {
        String separator = Operands.string(a, 0);
        if (!(a[1] instanceof RegoArray || a[1] instanceof RegoSet)) {
            throw BuiltinError.type(2, a[1], "set", "array");
        }
        List<String> parts = Operands.strings(a, 1);
        long length = (long) separator.length() * parts.size();
        for (String part : parts) {
            length += part.length();
        }
        Sizes.announceText(context, length);
        return RegoString.of(String.join(separator, parts));
    }

    /** The first parts, or for a negative number the last. */
    private static RegoArray splitN(BuiltinContext context, Value[] a) {
        long count = Operands.integer(a, 2);
        RegoArray all = split(context, a);
        if (count >= all.size() || count <= -all.size()) {
            return all;
        }
        return count >= 0
                ? all.slice(0, (int) count)
                : all.slice(all.size() + (int) count, all.size());
    }

    /** An empty separator splits between code points. */
    private static RegoArray split(BuiltinContext context, Value[] a) {
        String text = Operands.string(a, 0);
        String separator = Operands.string(a, 1);
        context.step(text.length() / 16);
        RegoArray.Builder parts = RegoArray.builder();
        int start = 0;
        while (true) {
            int end =
                    separator.isEmpty()
                            ? afterCodePoint(text, start)
                            : text.indexOf(separator, start);
            if (end < 0 || (separator.isEmpty() && end >= text.length())) {
                break;
            }
            parts.add(RegoString.of(text.substring(start, end)));
            start = end + separator.length();
        }
        if (!separator.isEmpty() || !text.isEmpty()) {
            parts.add(RegoString.of(text.substring(start)));
        }
        return parts.build();
    }

    private static int afterCodePoint(String text, int start) {
        return start == text.length() ? start : text.offsetByCodePoints(start, 1);
    }

    private static String searched(Value[] a) {
        String search = Operands.string(a, 1);
        if (search.isEmpty()) {
            throw BuiltinError.of("empty search character");
        }
        return search;
    }

    private static RegoNumber indexOf(Value[] a) {
        String text = Operands.string(a, 0);
        int at = text.indexOf(searched(a));
        return RegoNumber.of(at < 0 ? -1 : text.codePointCount(0, at));
    }

    private static RegoArray allIndexesOf(Value[] a) {
        String text = Operands.string(a, 0);
        String search = searched(a);
        List<Value> indexes = new ArrayList<>();
        int counted = 0;
        int position = 0;
        for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) {
            position += text.codePointCount(counted, at);
            counted = at;
            indexes.add(RegoNumber.of(position));
        }
        return RegoArray.of(indexes);
    }

    private static RegoString substring(Value[] a) {
        RegoString string = Operands.stringValue(a, 0);
        long offset = Operands.integer(a, 1);
        long length = Operands.integer(a, 2);
        if (offset < 0) {
            throw BuiltinError.of("negative offset");
        }
        if (offset >= string.length()) {
            return RegoString.EMPTY;
        }
        int from = (int) offset;
        int rest = string.length() - from;
        int taken = length < 0 ? rest : (int) Math.min(length, rest);
        String text = string.value();
        if (string.isFlat()) {
            return RegoString.of(text.substring(from, from + taken));
        }
        int start = text.offsetByCodePoints(0, from);
        return RegoString.of(text.substring(start, text.offsetByCodePoints(start, taken)));
    }

    /** Occurrences that do not overlap; of the empty string one more than there are code points. */
    private static RegoNumber count(Value[] a) {
        RegoString string = Operands.stringValue(a, 0);
        String search = Operands.string(a, 1);
        if (search.isEmpty()) {
            return RegoNumber.of(string.length() + 1);
        }
        String text = string.value();
        int count = 0;
        for (int at = text.indexOf(search);
                at >= 0;
                at = text.indexOf(search, at + search.length())) {
            count++;
        }
        return RegoNumber.of(count);
    }

    private static RegoString reverse(String text) {
        return RegoString.of(new StringBuilder(text).reverse().toString());
    }

    @FunctionalInterface
    private interface CodePointMap {
        int apply(int codePoint);
    }

    /** Maps each code point on its own, as Go does: no final sigma, no SS for a sharp s. */
    private static RegoString mapped(RegoString string, CodePointMap map) {
        String text = string.value();
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int mapped = map.apply(c);
            if (mapped != c && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null) {
                out.appendCodePoint(mapped);
            }
            i += Character.charCount(c);
        }
        return out == null ? string : RegoString.of(out.toString());
    }
}
