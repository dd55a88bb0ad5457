package io.hushgate.source.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateKeysTest {
    /** The old form is what lies in PKCS 8's octet string: all behind the header. */
    private static byte[] old(byte[] pkcs8, int header) {
        return Arrays.copyOfRange(pkcs8, header, pkcs8.length);
    }

    private static byte[] pem(String kind, byte[] der) {
        String type = kind + "PRIVATE KEY";
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(der), type)
                .getBytes(US_ASCII);
    }

    private static PrivateKey generated(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair().getPrivate();
    }

    @Test
    void readsBothFormsOfRsa() throws Exception {
        PrivateKey key = generated("RSA", 2048);

        assertThat(PrivateKeys.read(pem("", key.getEncoded()))).isEqualTo(key);
        assertThat(PrivateKeys.read(pem("RSA ", old(key.getEncoded(), 26)))).isEqualTo(key);
    }

    /** {@code openssl} writes the curve into the old form; Java leaves it to the header. */
    @Test
    void readsBothFormsOfAnEllipticCurve() throws Exception {
        PrivateKey key = generated("EC", 256);
        byte[] pkcs8 = key.getEncoded();
        byte[] curve = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
        byte[] scalar = Arrays.copyOfRange(pkcs8, 35, 67);
        byte[] old = new byte[7 + 32 + curve.length];
        System.arraycopy(new byte[] {0x30, (byte) (old.length - 2), 2, 1, 1, 4, 32}, 0, old, 0, 7);
        System.arraycopy(scalar, 0, old, 7, 32);
        System.arraycopy(curve, 0, old, 39, curve.length);

        assertThat(List.of(PrivateKeys.read(pem("", pkcs8)), PrivateKeys.read(pem("EC ", old))))
                .allSatisfy(read ->
                        assertThat(((ECPrivateKey) read).getS())
                                .isEqualTo(((ECPrivateKey) key).getS()));
    }

    @Test
    void saysWhenThereIsNone() {
        for (byte[] text :
                new byte[][] {
                    {},
                    pem("ENCRYPTED ", new byte[40]),
                    pem("", new byte[40]),
                    pem("EC ", new byte[3])
                }) {
            assertThatThrownBy(() -> PrivateKeys.read(text))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
