package io.hushgate.core;

/**
 * The keyed hash that identifies a credential without giving it away: the first 128 bits of
 * HMAC-SHA256 (RFC 2104, FIPS 180-4) over the innermost value that a detector accepts, in
 * lower-case hexadecimal. Equal values have equal fingerprints under one {@link FingerprintKey},
 * whatever rule, file or encoding they were found in.
 */
public record Fingerprint(String hex) implements Comparable<Fingerprint> {
    private static final int DIGITS = 32;

    public Fingerprint {
        if (hex.length() != DIGITS || !hex.chars().allMatch(Fingerprint::isHexDigit)) {
            throw new IllegalArgumentException("a fingerprint is 32 lower-case hexadecimal digits");
        }
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public int compareTo(Fingerprint other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
