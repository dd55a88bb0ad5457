package io.hushgate.report;

import io.hushgate.core.Fingerprint;
import io.hushgate.core.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a violation: the check and its message, which names the subject, without the
 * place. SHA-256, first 128 bits; no key, since there is nothing secret in it.
 */
public final class Complaints {
    private static final int BYTES = 16;

    private Complaints() {}

    /** The same for the same complaint about the same subject, wherever it stands. */
    public static Fingerprint of(Violation violation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(violation.id().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(violation.message().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
