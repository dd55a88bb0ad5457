package io.hushgate.core.grade;

import io.hushgate.core.Grade;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The first packet of an OpenPGP key (RFC 9580 sections 4.2 and 5.5). */
final class OpenPgpKey {
    private static final int SECRET_KEY = 5;
    private static final int PUBLIC_KEY = 6;

    private final byte[] bytes;
    private int at;

    private OpenPgpKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static Grade grade(byte[] packets) {
        OpenPgpKey key = new OpenPgpKey(packets);
        return switch (key.tag()) {
            case PUBLIC_KEY -> Grade.PUBLIC;
            case SECRET_KEY -> key.protection();
            default -> Grade.WEAK;
        };
    }

    /**
     * The fingerprint of a secret key of version 4, 40 upper-case hexadecimal digits: SHA-1 over
     * {@code 0x99}, the length in two bytes and the public half of the packet (RFC 9580 section
     * 5.5.4.2).
     */
    static Optional<String> fingerprint(byte[] packets) {
        OpenPgpKey key = new OpenPgpKey(packets);
        if (key.tag() != SECRET_KEY) {
            return Optional.empty();
        }
        int from = key.at;
        if (key.next() != 4) {
            return Optional.empty();
        }
        key.at += 4;
        if (!key.passPublicHalf(key.next()) || key.at >= packets.length) {
            return Optional.empty();
        }
        int length = key.at - from;
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(new byte[] {(byte) 0x99, (byte) (length >> 8), (byte) length});
            sha1.update(Arrays.copyOfRange(packets, from, key.at));
            return Optional.of(HexFormat.of().withUpperCase().formatHex(sha1.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the header of the packet and returns its tag, or 0. */
    private int tag() {
        int header = next();
        if ((header & 0x80) == 0) {
            return 0;
        }
        if ((header & 0x40) != 0) {
            int length = next();
            at += length >= 192 && length < 224 ? 1 : length == 255 ? 4 : 0;
            return header & 0x3f;
        }
        at += 1 << (header & 3);
        return header >> 2 & 0xf;
    }

    /** Passes over the public half; the octet behind it says how the secret one is protected. */
    private Grade protection() {
        int version = next();
        at += 4;
        int algorithm = next();
        if (version != 4) {
            return version == 5 || version == 6 ? Grade.FORMAT : Grade.WEAK;
        }
        if (!passPublicHalf(algorithm)) {
            return Grade.FORMAT;
        }
        if (at >= bytes.length) {
            return Grade.WEAK;
        }
        return next() == 0 ? Grade.STRUCTURE_VALID : Grade.ENCRYPTED;
    }

    /** Passes over the numbers of the public half; false for an algorithm that is not known. */
    private boolean passPublicHalf(int algorithm) {
        switch (algorithm) {
            case 1, 2, 3 -> numbers(2);
            case 16 -> numbers(3);
            case 17 -> numbers(4);
            case 19, 22 -> {
                curve();
                numbers(1);
            }
            case 18 -> {
                curve();
                numbers(1);
                at += next();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void numbers(int count) {
        for (int i = 0; i < count; i++) {
            int bits = next() << 8 | next();
            at += (bits + 7) / 8;
        }
    }

    private void curve() {
        at += next();
    }

    private int next() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }
}
