package io.hushgate.rego.builtin.text;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.GoQuote;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Semantic versions (semver.org 2.0.0), with OPA's leniency: a leading {@code v} and leading zeros.
 */
public final class Versions {
    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";

    /** Matches {@code v1.2.3-rc.1+build}; not {@code 1.2}. */
    private static final Pattern VERSION =
            Pattern.compile(
                    "v?([+-]?\\d{1,19})\\.([+-]?\\d{1,19})\\.([+-]?\\d{1,19})(?:-("
                            + IDENTIFIERS
                            + ")?)?(?:\\+(?:"
                            + IDENTIFIERS
                            + ")?)?");

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                            "semver.is_valid",
                            "(any) => boolean",
                            (_, a) ->
                                    RegoBoolean.of(
                                            a[0] instanceof RegoString text
                                                    && VERSION.matcher(text.value()).matches())),
                    Builtin.of(
                            "semver.compare",
                            "(string, string) => number",
                            (_, a) -> RegoNumber.of(compare(a))));

    private Versions() {}

    private static int compare(Value[] a) {
        String first = Operands.string(a, 0);
        String second = Operands.string(a, 1);
        Matcher x = parsed(first, 1);
        Matcher y = parsed(second, 2);
        for (int part = 1; part <= 3; part++) {
            int order = Long.compare(Long.parseLong(x.group(part)), Long.parseLong(y.group(part)));
            if (order != 0) {
                return order;
            }
        }
        return comparePreReleases(x.group(4), y.group(4));
    }

    private static Matcher parsed(String version, int operand) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            throw BuiltinError.of(
                    "operand %d: string %s is not a valid SemVer"
                            .formatted(operand, GoQuote.quote(version)));
        }
        return matcher;
    }

    /** A release comes after its pre-releases; numbers come before words. */
    private static int comparePreReleases(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        String[] x = a.split("\\.", -1);
        String[] y = b.split("\\.", -1);
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            boolean numeric = isNumber(x[i]);
            int order =
                    numeric && isNumber(y[i])
                            ? new BigInteger(x[i]).compareTo(new BigInteger(y[i]))
                            : numeric != isNumber(y[i])
                                    ? (numeric ? -1 : 1)
                                    : Integer.signum(x[i].compareTo(y[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(x.length, y.length);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
