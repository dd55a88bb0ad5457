package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which a secret could stand in a report without being noticed: as it is, in part, in
 * base64 at each of its three alignments, in hexadecimal, percent-encoded, escaped for JSON, HTML
 * and CSV. Finds them in linear time by their first eight bytes.
 */
final class Spellings {
    private static final int KEY = Long.BYTES;

    /** What is left of a long secret when both its ends were cut off. */
    private static final int MIDDLE = 12;

    private final Map<Long, List<String>> byKey = new HashMap<>();
    private int values;

    private Spellings() {}

    static Spellings of(Collection<String> secrets) {
        Spellings spellings = new Spellings();
        for (String secret : secrets) {
            if (secret.length() >= KEY) {
                spellings.values++;
                all(secret).forEach(spellings::add);
            }
        }
        return spellings;
    }

    /** How many secrets are long enough to be told from words. */
    int values() {
        return values;
    }

    private void add(String spelling) {
        if (spelling.length() >= KEY) {
            byKey.computeIfAbsent(key(spelling.getBytes(ISO_8859_1), 0), _ -> new ArrayList<>())
                    .add(spelling);
        }
    }

    /** Every spelling of a secret whose characters are its bytes. */
    static Set<String> all(String secret) {
        Set<String> all = new LinkedHashSet<>();
        all.add(secret);
        if (secret.length() >= 2 * MIDDLE) {
            int from = (secret.length() - MIDDLE) / 2;
            all.add(secret.substring(from, from + MIDDLE));
        }
        byte[] bytes = secret.getBytes(ISO_8859_1);
        all.add(HexFormat.of().formatHex(bytes));
        all.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            all.add(base64(Base64.getEncoder(), bytes, before));
            all.add(base64(Base64.getUrlEncoder(), bytes, before));
        }
        all.add(java.net.URLEncoder.encode(secret, ISO_8859_1));
        all.add(java.net.URLEncoder.encode(secret, ISO_8859_1).replace("+", "%20"));
        all.add(HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes));
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        all.add(json);
        all.add(json.replace("/", "\\/"));
        all.add(json.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026"));
        all.add(
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
        all.add(secret.replace("\"", "\"\""));
        return all;
    }

    /** The characters that depend on the secret alone, whatever stands around it. */
    private static String base64(Base64.Encoder encoder, byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, last);
    }

    /** What of it stands in these bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        String text = new String(bytes, ISO_8859_1);
        for (int i = 0; i + KEY <= bytes.length; i++) {
            for (String spelling : byKey.getOrDefault(key(bytes, i), List.of())) {
                if (text.startsWith(spelling, i)) {
                    found.add(spelling);
                }
            }
        }
        return found;
    }

    private static long key(byte[] bytes, int at) {
        long key = 0;
        for (int i = at; i < at + KEY; i++) {
            key = (key << 8) | (bytes[i] & 0xff);
        }
        return key;
    }
}
