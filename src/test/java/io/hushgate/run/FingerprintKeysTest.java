package io.hushgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintKeysTest {
    private static final String ONE = "01".repeat(32);
    private static final String TWO = "02".repeat(32);
    private static final String THREE = "03".repeat(32);
    private static final String FOUR = "04".repeat(32);

    @TempDir private Path directory;

    @Test
    void theFirstPlaceThatHasAKeyWins() throws IOException {
        Path configured = Files.writeString(directory.resolve("configured"), TWO + "\n");
        Path git = Files.createDirectory(directory.resolve("git"));
        Files.createDirectories(git.resolve("hushgate"));
        Files.writeString(FingerprintKeys.inRepository(git), THREE);
        Path home = Files.createDirectory(directory.resolve("home"));
        Files.writeString(home.resolve("fingerprint.key"), FOUR);
        Optional<Path> none = Optional.empty();

        assertThat(
                        print(
                                FingerprintKeys.find(
                                        Optional.of(ONE),
                                        Optional.of(configured),
                                        Optional.of(git),
                                        Optional.of(home))))
                .isEqualTo(printUnder(1));
        assertThat(
                        print(
                                FingerprintKeys.find(
                                        Optional.empty(),
                                        Optional.of(configured),
                                        Optional.of(git),
                                        Optional.of(home))))
                .isEqualTo(printUnder(2));
        assertThat(
                        print(
                                FingerprintKeys.find(
                                        Optional.empty(),
                                        none,
                                        Optional.of(git),
                                        Optional.of(home))))
                .isEqualTo(printUnder(3));
        assertThat(print(FingerprintKeys.find(Optional.empty(), none, none, Optional.of(home))))
                .isEqualTo(printUnder(4));
    }

    @Test
    void withoutAnyAKeyServesOneRun() {
        Optional<Path> none = Optional.empty();
        assertThat(FingerprintKeys.find(Optional.empty(), none, none, none)).isEmpty();
        Fingerprint one = print(FingerprintKeys.ofThisRun());
        Fingerprint other = print(FingerprintKeys.ofThisRun());
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void aBadKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() ->
                        FingerprintKeys.find(
                                Optional.of("zz".repeat(32)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .isInstanceOf(RunProblem.class)
                .hasMessageContaining(FingerprintKeys.VARIABLE)
                .hasMessageNotContaining("zz")
                .hasNoCause();
    }

    private static Fingerprint print(Optional<FingerprintKey> key) {
        return print(key.orElseThrow());
    }

    private static Fingerprint print(FingerprintKey key) {
        return key.of(Secret.copyOf(new byte[] {1, 2, 3}, 0, 3));
    }

    private static Fingerprint printUnder(int filler) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) filler);
        return print(FingerprintKey.of(key));
    }
}
