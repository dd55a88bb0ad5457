package io.hushgate.rego.load;

import io.hushgate.rego.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a signed file must hash to. Documents are hashed as compact JSON with sorted keys, so that
 * they may be laid out anew; everything else as it is.
 *
 * @param algorithm as Java calls it
 * @param hex the hash in small hexadecimal digits
 */
record Digest(String algorithm, String hex) {
    /** OPA's names, and Java's. */
    private static final Map<String, String> ALGORITHMS =
            Map.of(
                    "MD5", "MD5",
                    "SHA-1", "SHA-1",
                    "SHA-224", "SHA-224",
                    "SHA-256", "SHA-256",
                    "SHA-384", "SHA-384",
                    "SHA-512", "SHA-512",
                    "SHA-512-224", "SHA-512/224",
                    "SHA-512-256", "SHA-512/256");

    private static final Set<String> JSON_DOCUMENTS = Set.of(".manifest", "data.json");
    private static final Set<String> YAML_DOCUMENTS = Set.of("data.yaml", "data.yml");

    static Digest of(String place, String algorithm, String hex) {
        String known = ALGORITHMS.get(algorithm.toUpperCase(Locale.ROOT));
        if (known == null) {
            throw new LoadProblem(place, "no digest is called " + algorithm);
        }
        return new Digest(known, hex.toLowerCase(Locale.ROOT));
    }

    /** Refuses a file that hashes to something else. */
    void check(String place, byte[] content) {
        String found;
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            found = HexFormat.of().formatHex(digest.digest(hashed(place, content)));
        } catch (NoSuchAlgorithmException e) {
            throw new LoadProblem(place, "this Java has no " + algorithm);
        }
        if (!found.equals(hex)) {
            throw new LoadProblem(
                    place,
                    "is not as it was signed; its %s is %s, not %s"
                            .formatted(algorithm, found, hex));
        }
    }

    private static byte[] hashed(String place, byte[] content) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        boolean json = JSON_DOCUMENTS.contains(name);
        if (!json && !YAML_DOCUMENTS.contains(name)) {
            return content;
        }
        String text = JsonWriter.COMPACT.write(Documents.read(json ? ".json" : place, content));
        // Go's encoder writes these two as escapes whatever it is told; ours does not.
        return text.replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029")
                .getBytes(StandardCharsets.UTF_8);
    }
}
