package io.hushgate.rego.builtin.text;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.function.IntPredicate;

/** The {@code trim} functions. */
public final class Trimming {
    private static final String BINARY = "(string, string) => string";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("trim", BINARY, (_, a) -> trim(a[0], cutset(a), true, true)),
                    Builtin.of("trim_left", BINARY, (_, a) -> trim(a[0], cutset(a), true, false)),
                    Builtin.of("trim_right", BINARY, (_, a) -> trim(a[0], cutset(a), false, true)),
                    Builtin.of("trim_prefix", BINARY, (_, a) -> trimPrefix(a)),
                    Builtin.of("trim_suffix", BINARY, (_, a) -> trimSuffix(a)),
                    Builtin.of(
                            "trim_space",
                            "(string) => string",
                            (_, a) ->
                                    trim(
                                            Operands.stringValue(a, 0),
                                            Trimming::isSpace,
                                            true,
                                            true)));

    private Trimming() {}

    private static IntPredicate cutset(Value[] a) {
        Operands.string(a, 0);
        String cutset = Operands.string(a, 1);
        return c -> cutset.indexOf(c) >= 0;
    }

    private static Value trim(Value value, IntPredicate cut, boolean left, boolean right) {
        String text = ((RegoString) value).value();
        int start = 0;
        int end = text.length();
        while (left && start < end && cut.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (right && end > start && cut.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return start == 0 && end == text.length()
                ? value
                : RegoString.of(text.substring(start, end));
    }

    private static Value trimPrefix(Value[] a) {
        String text = Operands.string(a, 0);
        String prefix = Operands.string(a, 1);
        return text.startsWith(prefix) ? RegoString.of(text.substring(prefix.length())) : a[0];
    }

    private static Value trimSuffix(Value[] a) {
        String text = Operands.string(a, 0);
        String suffix = Operands.string(a, 1);
        return text.endsWith(suffix)
                ? RegoString.of(text.substring(0, text.length() - suffix.length()))
                : a[0];
    }

    /** Unicode's White_Space property, which is not quite what Java calls white space. */
    static boolean isSpace(int c) {
        return (c >= '\t' && c <= '\r')
                || c == ' '
                || c == 0x85
                || c == 0xa0
                || (c > 0xff && Character.isSpaceChar(c));
    }
}
