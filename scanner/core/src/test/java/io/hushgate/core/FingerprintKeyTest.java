package io.hushgate.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FingerprintKeyTest {
    private static Secret secret(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Secret.copyOf(bytes, 0, bytes.length);
    }

    /**
     * RFC 4231 section 4.4 (test case 3) has a 20-byte key; ours is longer, so the vector is its
     * padded form.
     */
    @Test
    void isTheFirstHalfOfHmacSha256() {
        byte[] key = Arrays.copyOf(filled(20, 0xaa), 32);
        byte[] data = filled(50, 0xdd);
        Fingerprint fingerprint = FingerprintKey.of(key).of(Secret.copyOf(data, 0, data.length));
        assertThat(fingerprint.hex()).isEqualTo("773ea91e36800e46854db8ebd09181a7");
    }

    @Test
    void differsByKey() {
        Fingerprint one = FingerprintKey.of(filled(32, 1)).of(secret("same"));
        Fingerprint two = FingerprintKey.of(filled(32, 2)).of(secret("same"));
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> FingerprintKey.of(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
