package io.hushgate.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which fingerprints are made. Without it a published fingerprint cannot be
 * brute-forced, even that of a weak password; two runs that shall be compared need the same key.
 */
public final class FingerprintKey {
    /** Bytes of a key: as many as the hash gives, the most that helps (RFC 2104 section 3). */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PRINTED_BYTES = 16;
    private static final int ID_BYTES = 4;
    private final SecretKeySpec key;

    private FingerprintKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Takes the key's bytes.
     *
     * @param bytes copied
     * @throws IllegalArgumentException when there are fewer than {@value #BYTES}
     */
    public static FingerprintKey of(byte[] bytes) {
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException(
                    "a fingerprint key has at least " + BYTES + " bytes, this one " + bytes.length);
        }
        return new FingerprintKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** Makes the fingerprint of a secret that is still open. */
    public Fingerprint of(Secret secret) {
        byte[] hash = secret.read(this::hash);
        return new Fingerprint(HexFormat.of().formatHex(hash, 0, PRINTED_BYTES));
    }

    /**
     * A hash by which something that is no credential is known to come from somebody with the key:
     * HMAC-SHA256 over the name, a line feed and the content, apart from all fingerprints.
     *
     * @param name what the content is, so that one cannot be put in another's place
     */
    public byte[] seal(String name, byte[] content) {
        byte[] head = ("hushgate seal " + name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return hash(all);
    }

    /**
     * Tells keys apart without giving them away: eight hexadecimal digits, equal for equal keys.
     */
    public String id() {
        byte[] hash = hash("hushgate fingerprint key".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private byte[] hash(byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "FingerprintKey";
    }
}
