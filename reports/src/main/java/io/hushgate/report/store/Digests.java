package io.hushgate.report.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the canonical bytes of a record: each field as its length in bytes, a colon and its
 * UTF-8, so that no two lists of fields have the same bytes.
 */
final class Digests {
    private final MessageDigest digest;

    private Digests(MessageDigest digest) {
        this.digest = digest;
    }

    static Digests begin() {
        try {
            return new Digests(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    static String of(Object... fields) {
        return begin().add(fields).hex();
    }

    Digests add(Object... fields) {
        for (Object field : fields) {
            byte[] bytes = field.toString().getBytes(UTF_8);
            digest.update((bytes.length + ":").getBytes(US_ASCII));
            digest.update(bytes);
        }
        return this;
    }

    /** The digest so far, in hexadecimal digits; ends it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
