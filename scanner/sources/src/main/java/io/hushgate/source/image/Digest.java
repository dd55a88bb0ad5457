package io.hushgate.source.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a blob is known by: {@code sha256:} or {@code sha512:} and the hash of its bytes.
 *
 * @param text as the OCI Image Specification writes it, in lower case
 */
record Digest(String text) implements Comparable<Digest> {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    /** Reads a digest; empty for anything else, of which no path may be made. */
    static Optional<Digest> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    static Digest sha256(byte[] bytes) {
        return of("sha256", newHash("SHA-256").digest(bytes));
    }

    static Digest of(String algorithm, byte[] hash) {
        return new Digest(algorithm + ":" + HexFormat.of().formatHex(hash));
    }

    String algorithm() {
        return text.substring(0, text.indexOf(':'));
    }

    String hex() {
        return text.substring(text.indexOf(':') + 1);
    }

    /** A hash of this kind, with nothing in it yet. */
    MessageDigest newHash() {
        return newHash(algorithm().equals("sha256") ? "SHA-256" : "SHA-512");
    }

    private static MessageDigest newHash(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    /** Tells whether it is that of the bytes. */
    boolean isOf(byte[] bytes) {
        return of(algorithm(), newHash().digest(bytes)).equals(this);
    }

    @Override
    public int compareTo(Digest other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
