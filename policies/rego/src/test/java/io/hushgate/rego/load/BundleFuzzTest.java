package io.hushgate.rego.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;

/**
 * Any bytes are a bundle or a {@link LoadProblem} that names it. {@code src/bench/fuzz} searches;
 * without it, the seeds are tried.
 */
final class BundleFuzzTest {
    private static final LoadLimits LIMITS = new LoadLimits(64, 1 << 16, 1 << 18, 16);

    @FuzzTest(maxDuration = "2m")
    void readsOrSaysWhyNot(byte[] bytes) {
        try {
            Bundle bundle = BundleReader.read("fuzz", new ByteArrayInputStream(bytes), LIMITS);
            assertThat(bundle.modules()).allSatisfy(m -> assertThat(m.name()).startsWith("fuzz/"));
        } catch (LoadProblem e) {
            assertThat(e).hasMessageStartingWith("fuzz");
        }
    }
}
