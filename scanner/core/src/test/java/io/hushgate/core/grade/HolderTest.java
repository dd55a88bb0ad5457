package io.hushgate.core.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HolderTest {
    @Test
    void tellsTheRecipientOfAnAgeIdentity() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        byte[] scalar = ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
        byte[] point = littleEndian(((XECPublicKey) pair.getPublic()).getU());
        String identity = Bech32.text("age-secret-key-", scalar).toUpperCase(Locale.ROOT);

        assertThat(Holder.of(identity.getBytes(UTF_8))).contains(Bech32.text("age", point));
    }

    @Test
    void bech32OfAScalarIsReadBackAsTheSameScalar() {
        byte[] scalar = new byte[32];
        for (int i = 0; i < scalar.length; i++) {
            scalar[i] = (byte) (i * 37);
        }
        String text = Bech32.text("age", scalar);
        int[] groups =
                text.substring(4, text.length() - 6)
                        .chars()
                        .map(Bech32.ALPHABET::indexOf)
                        .toArray();

        assertThat(text).hasSize(62).startsWith("age1");
        assertThat(Bech32.bytes(groups)).isEqualTo(scalar);
    }

    @Test
    void anIdentityWithAWrongLetterTellsNothing() {
        String identity = Bech32.text("age-secret-key-", new byte[32]).toUpperCase(Locale.ROOT);
        char last = identity.charAt(identity.length() - 1);
        String wrong = identity.substring(0, identity.length() - 1) + (last == 'Q' ? 'P' : 'Q');

        assertThat(Holder.of(wrong.getBytes(UTF_8))).isEmpty();
    }

    /** PKCS #8 and the PKCS #1 within it are one key; what is cut off is none. */
    @Test
    void tellsTheSameOfAKeyInEveryForm() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

        assertThat(Holder.of(pem("PRIVATE KEY", pkcs8)))
                .hasValueSatisfying(key -> assertThat(key).matches("key:[0-9a-f]{64}"))
                .isEqualTo(Holder.of(pem("RSA PRIVATE KEY", pkcs1)));
        for (int length = 0; length < 40; length++) {
            byte[] cut = Arrays.copyOf(pkcs8, length);
            assertThat(Holder.of(pem("PRIVATE KEY", cut))).isEmpty();
        }
    }

    @Test
    void tellsThePublicHalfThatOpenSshWritesInTheClear() throws Exception {
        ByteBuffer key = ByteBuffer.allocate(200);
        key.put("openssh-key-v1\0".getBytes(UTF_8));
        for (String part : new String[] {"none", "none", ""}) {
            key.putInt(part.length()).put(part.getBytes(UTF_8));
        }
        key.putInt(1).putInt(4).put("half".getBytes(UTF_8)).putInt(0);
        byte[] bytes = Arrays.copyOf(key.array(), key.position());
        String expected =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest("half".getBytes(UTF_8)));

        assertThat(Holder.of(pem("OPENSSH PRIVATE KEY", bytes))).contains("key:" + expected);
        bytes[15] = 0x7f;
        assertThat(Holder.of(pem("OPENSSH PRIVATE KEY", bytes))).isEmpty();
    }

    private static byte[] pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, body)
                .getBytes(UTF_8);
    }

    @Test
    void tellsTheFingerprintOfAnOpenPgpKey() throws Exception {
        byte[] publicHalf = {4, 1, 2, 3, 4, 1, 0, 8, (byte) 0xff, 0, 2, 3};
        byte[] packet = new byte[2 + publicHalf.length + 4];
        packet[0] = (byte) (0x80 | 5 << 2);
        packet[1] = (byte) (publicHalf.length + 4);
        System.arraycopy(publicHalf, 0, packet, 2, publicHalf.length);
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(new byte[] {(byte) 0x99, 0, (byte) publicHalf.length});
        String kind = "PGP PRIVATE KEY BLOCK";
        String block =
                "-----BEGIN %s-----\n\n%s\n-----END %s-----\n"
                        .formatted(kind, Base64.getEncoder().encodeToString(packet), kind);

        assertThat(Holder.of(block.getBytes(UTF_8)))
                .contains(
                        Holder.PGP
                                + HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(sha1.digest(publicHalf)));
    }

    /** The letter A is zero and I is 8: the second bit of 48 is the first one of the account. */
    @Test
    void tellsTheAccountOfAnAwsKey() {
        String id = "AKIA" + "I" + "A".repeat(15);

        assertThat(Holder.of(id.getBytes(UTF_8))).contains(Holder.AWS + (1L << 39));
    }

    @Test
    void othersTellNothing() {
        assertThat(Holder.of("hunter2".getBytes(UTF_8))).isEmpty();
        assertThat(Holder.of(new byte[0])).isEmpty();
        assertThat(Holder.of("-----BEGIN PGP PRIVATE KEY BLOCK-----".getBytes(UTF_8))).isEmpty();
        assertThat(Holder.of("AGE-SECRET-KEY-1".getBytes(UTF_8))).isEmpty();
    }

    private static byte[] littleEndian(BigInteger u) {
        byte[] bytes = new byte[32];
        byte[] big = u.toByteArray();
        for (int i = 0; i < Math.min(32, big.length); i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        return bytes;
    }
}
