package io.hushgate.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    private static Secret secret(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Secret.copyOf(bytes, 0, bytes.length);
    }

    @Test
    void showsAtMostFourCharactersAndNeverMoreThanAQuarter() {
        assertThat(secret("abcdefghijklmnopqrstuvwxyz").redacted()).isEqualTo("abcd****");
        assertThat(secret("abcdefgh").redacted()).isEqualTo("ab****");
        assertThat(secret("abc").redacted()).isEqualTo("****");
    }

    @Test
    void neverShowsControlCharactersThatCouldDriveATerminal() {
        assertThat(secret("\u001b[31mredredredredred").redacted()).doesNotContain("\u001b");
    }

    @Test
    void doesNotPrintItsBytes() {
        assertThat(secret("hunter-two-hunter-two")).hasToString("Secret[21 bytes]");
    }

    @Test
    void isWipedWhenClosed() {
        Secret secret = secret("hunter-two-hunter-two");
        byte[] held = secret.read(bytes -> bytes);
        secret.close();
        assertThat(held).containsOnly(0);
        assertThatThrownBy(() -> secret.read(bytes -> bytes.length))
                .isInstanceOf(IllegalStateException.class);
    }
}
