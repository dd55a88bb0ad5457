package io.hushgate.core.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** Every length around the borders of one, two and three blocks. */
    @Test
    void isWhatThePlatformComputes() throws NoSuchAlgorithmException {
        MessageDigest platform = MessageDigest.getInstance("SHA-256");
        Random random = new Random(20261122);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Sha256.first64(bytes))
                    .as("%d bytes", length)
                    .isEqualTo(ByteBuffer.wrap(platform.digest(bytes)).getLong());
        }
    }
}
