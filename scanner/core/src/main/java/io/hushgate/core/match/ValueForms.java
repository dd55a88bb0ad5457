package io.hushgate.core.match;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The ways in which a value is written by what stands between a secret and a log: as it is, in
 * base64 wherever it begins in what was encoded, in hexadecimal, escaped for URLs, JSON, XML and
 * shells, and in UTF-16.
 */
final class ValueForms {
    /** Shorter forms turn up by chance. */
    static final int SHORTEST = 8;

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    /** What RFC 3986 section 2.3 leaves as it is. */
    private static final String UNRESERVED = "-._~";

    /** What the {@code encodeURIComponent} of ECMAScript leaves besides. */
    private static final String SPARED = UNRESERVED + "!*'()";

    private static final Map<Integer, String> JSON =
            Map.of((int) '"', "\\\"", (int) '\\', "\\\\", (int) '\t', "\\t");
    private static final Map<Integer, String> JSON_SLASH = with(JSON, Map.of((int) '/', "\\/"));

    /** As Go's {@code encoding/json} writes by default. */
    private static final Map<Integer, String> JSON_HTML =
            with(JSON, Map.of((int) '&', "\\u0026", (int) '<', "\\u003c", (int) '>', "\\u003e"));

    /** As {@code System.Text.Json} and the masker of GitHub's runner write. */
    private static final Map<Integer, String> JSON_STRICT =
            with(
                    JSON,
                    Map.of(
                            (int) '"',
                            "\\u0022",
                            (int) '&',
                            "\\u0026",
                            (int) '\'',
                            "\\u0027",
                            (int) '+',
                            "\\u002B",
                            (int) '<',
                            "\\u003C",
                            (int) '>',
                            "\\u003E"));

    private static final Map<Integer, String> XML =
            Map.of(
                    (int) '&',
                    "&amp;",
                    (int) '<',
                    "&lt;",
                    (int) '>',
                    "&gt;",
                    (int) '"',
                    "&quot;",
                    (int) '\'',
                    "&apos;");

    /** As Go's {@code html} and Python's {@code html.escape} write quotes. */
    private static final Map<Integer, String> XML_NUMBERS =
            with(XML, Map.of((int) '"', "&#34;", (int) '\'', "&#39;"));

    private static final Map<Integer, String> XML_PYTHON = with(XML, Map.of((int) '\'', "&#x27;"));
    private static final Map<Integer, String> SHELL = Map.of((int) '\'', "'\\''");
    private static final Map<Integer, String> SHELL_DOUBLE = Map.of((int) '\'', "'\"'\"'");
    private static final List<Map<Integer, String>> ESCAPES =
            List.of(
                    JSON,
                    JSON_SLASH,
                    JSON_HTML,
                    JSON_STRICT,
                    XML,
                    XML_NUMBERS,
                    XML_PYTHON,
                    SHELL,
                    SHELL_DOUBLE);

    private final List<byte[]> forms = new ArrayList<>();

    private ValueForms() {}

    /** Every form of at least {@link #SHORTEST} bytes, each once, the value itself first. */
    static List<byte[]> of(byte[] value) {
        ValueForms all = new ValueForms();
        all.add(value);
        all.addBase64(value);
        byte[] once = BASE64.encode(value);
        all.addBase64(once);
        all.add(LOWER.formatHex(value));
        all.add(UPPER.formatHex(value));
        all.addPercent(value, UNRESERVED);
        all.addPercent(value, SPARED);
        ESCAPES.forEach(escapes -> all.add(escaped(value, escapes)));
        byte[] wide = wide(value);
        all.add(wide);
        all.add(swapped(wide));
        all.addBase64(wide);
        return all.forms;
    }

    private static Map<Integer, String> with(Map<Integer, String> some, Map<Integer, String> more) {
        Map<Integer, String> both = new HashMap<>(some);
        both.putAll(more);
        return Map.copyOf(both);
    }

    private void add(byte[] form) {
        if (form.length >= SHORTEST
                && forms.stream().noneMatch(known -> Arrays.equals(known, form))) {
            forms.add(form);
        }
    }

    private void add(String ascii) {
        add(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The characters that depend on the value alone, for each of the three places at which it may
     * begin in a group of three bytes (RFC 4648 section 4), in both alphabets.
     *
     * <pre>
     *   ? ? v | v v v | v ? ?     bytes: the value and its neighbours
     *   ...a     bcde     f...    characters: of a and f some bits are the neighbours'
     * </pre>
     */
    private void addBase64(byte[] value) {
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + value.length + 2];
            System.arraycopy(value, 0, padded, before, value.length);
            byte[] encoded = BASE64.encode(padded);
            int from = (8 * before + 5) / 6;
            int to = 8 * (before + value.length) / 6;
            byte[] form = Arrays.copyOfRange(encoded, from, to);
            add(form);
            add(urlSafe(form));
        }
    }

    /** The same in the alphabet of RFC 4648 section 5. */
    private static byte[] urlSafe(byte[] base64) {
        byte[] other = base64.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) (other[i] == '+' ? '-' : other[i] == '/' ? '_' : other[i]);
        }
        return other;
    }

    private void addPercent(byte[] value, String spared) {
        IntPredicate stays =
                b ->
                        (b >= 'a' && b <= 'z')
                                || (b >= 'A' && b <= 'Z')
                                || (b >= '0' && b <= '9')
                                || spared.indexOf(b) >= 0;
        add(percent(value, stays, UPPER, false));
        add(percent(value, stays, LOWER, false));
        add(percent(value, stays, UPPER, true));
    }

    private static String percent(
            byte[] value, IntPredicate stays, HexFormat digits, boolean spaceIsPlus) {
        StringBuilder text = new StringBuilder();
        for (byte signed : value) {
            int b = signed & 0xff;
            if (stays.test(b)) {
                text.append((char) b);
            } else if (b == ' ' && spaceIsPlus) {
                text.append('+');
            } else {
                text.append('%').append(digits.toHexDigits(signed));
            }
        }
        return text.toString();
    }

    private static byte[] escaped(byte[] value, Map<Integer, String> escapes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(value.length + 16);
        for (byte signed : value) {
            String escape = escapes.get(signed & 0xff);
            if (escape == null) {
                text.write(signed);
            } else {
                escape.chars().forEach(text::write);
            }
        }
        return text.toByteArray();
    }

    /** UTF-16, the low byte first, of a value in Latin-1. */
    private static byte[] wide(byte[] value) {
        byte[] wide = new byte[2 * value.length];
        for (int i = 0; i < value.length; i++) {
            wide[2 * i] = value[i];
        }
        return wide;
    }

    private static byte[] swapped(byte[] wide) {
        byte[] other = new byte[wide.length];
        for (int i = 0; i < wide.length; i += 2) {
            other[i] = wide[i + 1];
            other[i + 1] = wide[i];
        }
        return other;
    }
}
