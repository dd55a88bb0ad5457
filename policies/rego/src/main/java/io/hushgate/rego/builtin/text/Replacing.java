package io.hushgate.rego.builtin.text;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.Sizes;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces several strings in one pass from left to right. Where more than one matches, the first
 * of the list wins; an empty one matches before each code point and at the end.
 */
public final class Replacing {
    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of("replace", "(string, string, string) => string", Replacing::replace),
                    Builtin.of(
                            "strings.replace_n",
                            "(object[string: string], string) => string",
                            Replacing::replaceAll));

    private record Pair(String old, String replacement, int rank) {}

    private final Map<Character, List<Pair>> byFirstChar = new HashMap<>();
    private final List<Pair> empty = new ArrayList<>();
    private int pairs;

    private Replacing() {}

    private static Value replace(BuiltinContext context, Value[] a) {
        String text = Operands.string(a, 0);
        Replacing replacing = new Replacing();
        replacing.add(Operands.string(a, 1), Operands.string(a, 2));
        return RegoString.of(replacing.in(text, context));
    }

    private static Value replaceAll(BuiltinContext context, Value[] a) {
        RegoObject patterns = Operands.object(a, 0);
        String text = Operands.string(a, 1);
        Replacing replacing = new Replacing();
        for (int i = 0; i < patterns.size(); i++) {
            if (!(patterns.keyAt(i) instanceof RegoString key)) {
                throw BuiltinError.operand(1, "non-string key found in pattern object");
            }
            if (!(patterns.valueAt(i) instanceof RegoString value)) {
                throw BuiltinError.operand(1, "non-string value found in pattern object");
            }
            replacing.add(key.value(), value.value());
        }
        return RegoString.of(replacing.in(text, context));
    }

    private void add(String old, String replacement) {
        Pair pair = new Pair(old, replacement, pairs++);
        if (old.isEmpty()) {
            empty.add(pair);
        } else {
            byFirstChar.computeIfAbsent(old.charAt(0), _ -> new ArrayList<>()).add(pair);
        }
    }

    private String in(String text, BuiltinContext context) {
        StringBuilder out = new StringBuilder(text.length());
        boolean emptyMatched = false;
        int announced = 0;
        for (int i = 0; i <= text.length(); ) {
            if (out.length() - announced >= 4096) {
                Sizes.announceText(context, out.length());
                announced = out.length();
            }
            Pair match = match(text, i, emptyMatched);
            emptyMatched = match != null && match.old.isEmpty();
            if (match != null) {
                out.append(match.replacement);
                i += match.old.length();
            } else if (i < text.length()) {
                int next = text.offsetByCodePoints(i, 1);
                out.append(text, i, next);
                i = next;
            } else {
                break;
            }
        }
        return out.toString();
    }

    private @Nullable Pair match(String text, int at, boolean emptyMatched) {
        Pair best = emptyMatched || empty.isEmpty() ? null : empty.getFirst();
        if (at < text.length()) {
            for (Pair pair : byFirstChar.getOrDefault(text.charAt(at), List.of())) {
                if (best != null && best.rank < pair.rank) {
                    break;
                }
                if (text.startsWith(pair.old, at)) {
                    return pair;
                }
            }
        }
        return best;
    }
}
