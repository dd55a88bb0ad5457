package io.hushgate.rego.builtin.pattern;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;

/** The {@code glob.*} functions. */
public final class Globs {
    /** The characters that mean something in a pattern. */
    private static final String META = "\\*?[]{}";

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "glob.match",
                            "(string, any<null, array[string]>, string) => boolean",
                            Globs::match),
                    Builtin.of(
                            "glob.quote_meta",
                            "(string) => string",
                            (_, a) -> quoteMeta(Operands.string(a, 0))));

    private static final Patterns<GlobPattern> COMPILED = new Patterns<>(Globs::compile);

    private Globs() {}

    private static RegoBoolean match(BuiltinContext context, Value[] a) {
        String pattern = Operands.string(a, 0);
        String delimiters =
                switch (a[1]) {
                    case RegoNull _ -> "";
                    case RegoArray array -> array.size() == 0 ? "." : delimiters(array);
                    default -> throw BuiltinError.type(2, a[1], "array", "null");
                };
        String text = Operands.string(a, 2);
        context.step(text.length() / 8);
        return RegoBoolean.of(
                COMPILED.get((char) delimiters.length() + delimiters + pattern).matches(text));
    }

    private static String delimiters(RegoArray array) {
        StringBuilder delimiters = new StringBuilder();
        for (Value element : array) {
            if (!(element instanceof RegoString string)) {
                throw BuiltinError.element(2, array, element, "string");
            }
            if (string.length() != 1) {
                throw BuiltinError.element(2, array, element, "rune");
            }
            delimiters.append(string.value());
        }
        return delimiters.toString();
    }

    /** The key is the number of delimiters, the delimiters and the pattern. */
    private static GlobPattern compile(String key) {
        int pattern = 1 + key.charAt(0);
        return GlobPattern.compile(key.substring(pattern), key.substring(1, pattern));
    }

    private static RegoString quoteMeta(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (META.indexOf(text.charAt(i)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(i));
        }
        return RegoString.of(quoted.toString());
    }
}
