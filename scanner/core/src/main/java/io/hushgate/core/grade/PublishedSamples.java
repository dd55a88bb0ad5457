package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Values that vendors print in their documents, known by the first 64 bits of their SHA-256, for
 * this repository holds nothing that looks like a credential.
 */
final class PublishedSamples {
    private static final int SHOWN_BYTES = 8;
    private static final Set<String> HASHES =
            Set.of(
                    "1a5d44a2dca19669",
                    "c6ea27c534f993d3",
                    "7f75367e78812551",
                    "da816f9f2c16e6c5",
                    "0011cc25eb432071",
                    "aa6547439583c3a2",
                    "2cafc0970149a84f",
                    "f2d6ca16515033e5",
                    "f5c388734d28087b",
                    "38ce04b5b6b7391d",
                    "8d4ef6536dc8895f",
                    "731fa294d036e54f",
                    "a4b8b245ab28bc4f");

    private PublishedSamples() {}

    static boolean contains(Slice value) {
        byte[] bytes = value.copy();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HASHES.contains(HexFormat.of().formatHex(hash, 0, SHOWN_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
