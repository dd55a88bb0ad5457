package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a private key, as SSH writes and hashes it: what a line of {@code
 * authorized_keys} and, for RSA, a certificate have too. RSA in PKCS #1 and PKCS #8, any kind in
 * OpenSSH's own form; other keys do not carry their public half.
 *
 * <p>Sources: RFC 4253 section 6.6, {@code ssh-rsa}; RFC 8017 appendix A.1.2; RFC 5958; OpenSSH,
 * PROTOCOL.key.
 */
final class KeyIdentity {
    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RSA = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);

    /** The object identifier of RSA keys, 1.2.840.113549.1.1.1, as DER has it. */
    private static final byte[] RSA_KEY = HexFormat.of().parseHex("2a864886f70d010101");

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int SEQUENCE = 0x30;

    private KeyIdentity() {}

    /** SHA-256 of the public half of an armored private key, 64 hexadecimal digits. */
    static Optional<String> of(Slice block) {
        return PemKey.body(block)
                .flatMap(bytes -> {
                    Optional<byte[]> half = publicHalf(bytes);
                    Arrays.fill(bytes, (byte) 0);
                    return half;
                })
                .map(KeyIdentity::fingerprint);
    }

    /** SHA-256 of a public key as SSH encodes it, 64 hexadecimal digits. */
    private static String fingerprint(byte[] publicHalf) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(publicHalf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A public key of RSA as SSH encodes it.
     *
     * @param exponent big-endian two's complement, as short as it can be
     * @param modulus the same
     */
    private static byte[] rsa(byte[] exponent, byte[] modulus) {
        ByteBuffer out = ByteBuffer.allocate(12 + RSA.length + exponent.length + modulus.length);
        for (byte[] part : new byte[][] {RSA, exponent, modulus}) {
            out.putInt(part.length).put(part);
        }
        return out.array();
    }

    private static Optional<byte[]> publicHalf(byte[] key) {
        ByteBuffer in = ByteBuffer.wrap(key);
        try {
            if (key.length > OPENSSH.length
                    && Arrays.equals(key, 0, OPENSSH.length, OPENSSH, 0, OPENSSH.length)) {
                in.position(OPENSSH.length);
                for (int i = 0; i < 3; i++) {
                    string(in); // cipher, key derivation, its options
                }
                return in.getInt() < 1 ? Optional.empty() : Optional.of(string(in));
            }
            return rsa(element(in, SEQUENCE));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] string(ByteBuffer in) {
        byte[] string = new byte[checked(in.getInt(), in)];
        in.get(string);
        return string;
    }

    /** A key of PKCS #1, or of PKCS #8 with one inside. */
    private static Optional<byte[]> rsa(ByteBuffer key) {
        element(key, INTEGER); // version
        if (key.get(key.position()) == SEQUENCE) {
            byte[] algorithm = bytes(element(element(key, SEQUENCE), OBJECT));
            return Arrays.equals(algorithm, RSA_KEY)
                    ? rsa(element(element(key, OCTETS), SEQUENCE))
                    : Optional.empty();
        }
        byte[] modulus = bytes(element(key, INTEGER));
        return Optional.of(rsa(bytes(element(key, INTEGER)), modulus));
    }

    /** The content of the next element, and the buffer behind it. */
    private static ByteBuffer element(ByteBuffer in, int tag) {
        if ((in.get() & 0xff) != tag) {
            throw new IllegalArgumentException("another element");
        }
        int length = in.get() & 0xff;
        if (length > 0x80) {
            int octets = length & 0x7f;
            length = 0;
            for (int i = 0; i < Math.min(octets, 4); i++) {
                length = length << 8 | (in.get() & 0xff);
            }
        }
        ByteBuffer content = in.slice(in.position(), checked(length, in));
        in.position(in.position() + length);
        return content;
    }

    private static int checked(int length, ByteBuffer in) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
