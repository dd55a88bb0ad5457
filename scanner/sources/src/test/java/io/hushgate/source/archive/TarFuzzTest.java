package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.core.Address;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Any bytes are a tar or damaged; their checksums, which no fuzzer guesses, are always right. */
final class TarFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void readsATarOrSaysWhyNot(byte[] bytes) {
        byte[] tar = bytes.clone();
        for (int at = 0; at + TarHeader.BYTES <= tar.length; at += TarHeader.BYTES) {
            Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
            int sum = 0;
            for (int i = 0; i < TarHeader.BYTES; i++) {
                sum += tar[at + i] & 0xff;
            }
            byte[] digits = "%06o\0".formatted(sum).getBytes(US_ASCII);
            System.arraycopy(digits, 0, tar, at + 148, digits.length);
        }
        try (TarReader reader = new TarReader(new ByteArrayInputStream(tar))) {
            int entries = 0;
            while (reader.next()) {
                assertThat(reader.name()).doesNotContain("\n");
                assertThat(reader.size()).isNotNegative();
                ArchiveFuzzTest.size(new Entry(new Address.File(reader.name()), reader.content()));
                assertThat(++entries).isLessThanOrEqualTo(tar.length);
            }
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }
}
