package io.hushgate.rego.builtin.encoding;

import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UUIDs (RFC 9562). */
public final class Uuids {
    /** Matches with or without hyphens, in braces, or as a URN. */
    private static final Pattern UUID =
            Pattern.compile(
                    "(?i)(?:urn:uuid:|\\{)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\\}?"
                            + "|([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    /** From 15 October 1582 to 1 January 1970, in units of 100 ns. */
    private static final long GREGORIAN_OFFSET = 122_192_928_000_000_000L;

    public static final List<Builtin> ALL =
            List.of(
                    Builtin.of(
                                    "uuid.rfc4122",
                                    "(string) => string",
                                    (context, _) -> random(context))
                            .with(Builtin.Trait.NONDETERMINISTIC),
                    Builtin.of(
                            "uuid.parse",
                            "(string) => object[string: any]",
                            (_, a) -> parse(Operands.string(a, 0))));

    private Uuids() {}

    /** The operand only tells calls apart: equal calls of one query get the same UUID. */
    private static RegoString random(BuiltinContext context) {
        byte[] bytes = new byte[16];
        context.random().nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return RegoString.of(
                String.join(
                        "-",
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20)));
    }

    /** Undefined for anything that is no UUID. */
    private static @Nullable Value parse(String text) {
        Matcher matcher = UUID.matcher(text);
        if (!matcher.matches() || !hasMatchingEnds(text)) {
            return null;
        }
        int first = matcher.group(1) == null ? 6 : 1;
        long low = number(matcher, first);
        long middle = number(matcher, first + 1);
        long high = number(matcher, first + 2);
        long sequence = number(matcher, first + 3);
        int version = (int) (high >> 12);
        RegoObject.Builder parsed =
                RegoObject.builder()
                        .put("version", RegoNumber.of(version))
                        .put("variant", RegoString.of(variant((int) (sequence >> 8))));
        if (version == 1 || version == 2) {
            String node = matcher.group(first + 4).toLowerCase(Locale.ROOT);
            parsed.put("time", nanos(low, middle, high))
                    .put("nodeid", RegoString.of(String.join("-", node.split("(?<=\\G..)"))))
                    .put(
                            "macvariables",
                            RegoString.of(macVariables(HexFormat.fromHexDigits(node, 0, 2))))
                    .put("clocksequence", RegoNumber.of(sequence & 0x3fff));
        }
        if (version == 2) {
            parsed.put("id", RegoNumber.of(low))
                    .put("domain", RegoString.of(domain((int) (sequence & 0xff))));
        }
        return parsed.build();
    }

    private static boolean hasMatchingEnds(String text) {
        return text.startsWith("{") == text.endsWith("}");
    }

    private static long number(Matcher matcher, int group) {
        return HexFormat.fromHexDigitsToLong(matcher.group(group));
    }

    private static RegoNumber nanos(long low, long middle, long high) {
        long ticks = (high & 0x0fff) << 48 | middle << 32 | low;
        return RegoNumber.of(
                BigInteger.valueOf(ticks - GREGORIAN_OFFSET).multiply(BigInteger.valueOf(100)));
    }

    private static String variant(int bits) {
        if ((bits & 0xc0) == 0x80) {
            return "RFC4122";
        }
        if ((bits & 0xe0) == 0xc0) {
            return "Microsoft";
        }
        return (bits & 0xe0) == 0xe0 ? "Future" : "Reserved";
    }

    private static String macVariables(int firstByte) {
        String scope = (firstByte & 2) == 0 ? "global" : "local";
        return scope + ((firstByte & 1) == 0 ? ":unicast" : ":multicast");
    }

    private static String domain(int number) {
        return switch (number) {
            case 0 -> "Person";
            case 1 -> "Group";
            case 2 -> "Org";
            default -> "Domain" + number;
        };
    }
}
