package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.util.List;

/**
 * Any bytes are an index, a manifest or a configuration, or are named as damaged. {@code
 * src/bench/fuzz} searches; without it, the seeds are tried.
 */
final class ManifestFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void describesOrSaysWhyNot(byte[] bytes) {
        try {
            Json json = Json.read(bytes);
            assertThat(ImageTexts.of(json)).doesNotContainKey("");
            assertThat(ImageTexts.buildArguments(json)).isNotNull();
            CoverageLog log = new CoverageLog();
            Blobs everything = new Same(bytes);
            List<Image> images = new ImageFinder(everything, log, _ -> true, "x").inLayout();
            assertThat(images).hasSizeLessThan(10_000);
            new ImageFinder(everything, log, _ -> true, "x").inDockerArchive();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }
}
