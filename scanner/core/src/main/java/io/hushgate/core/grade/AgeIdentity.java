package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * An identity of age: a scalar of X25519 in Bech32. Its recipient is the scalar times the base
 * point, u = 9 (RFC 7748 section 6.1), in Bech32 under {@code age}.
 *
 * <p>Source: age-encryption.org/v1, section "X25519 recipient stanza".
 */
final class AgeIdentity {
    private static final int PREFIX = "AGE-SECRET-KEY-1".length();
    private static final int CHECKSUM = 6;
    private static final int BYTES = 32;
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private AgeIdentity() {}

    /** The recipient, {@code age1...}; empty for what is no identity. */
    static Optional<String> recipient(Slice identity) {
        if (!Checksums.bech32(identity)) {
            return Optional.empty();
        }
        int[] groups = new int[identity.length() - PREFIX - CHECKSUM];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = Bech32.ALPHABET.indexOf(Slice.lower(identity.at(PREFIX + i)));
        }
        byte[] scalar = Bech32.bytes(groups);
        Arrays.fill(groups, 0);
        if (scalar.length != BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bech32.text("age", publicHalf(scalar)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // a scalar that gives the point at infinity is no identity
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    private static byte[] publicHalf(byte[] scalar) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement times = KeyAgreement.getInstance("X25519");
        times.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
        times.doPhase(
                keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)),
                true);
        return times.generateSecret();
    }
}
