package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.core.Limits;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;

/** Any bytes are a layer, or another blob, or damaged. */
final class LayerFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void readsALayerOrSaysWhyNot(byte[] bytes) {
        CoverageLog log = new CoverageLog();
        ArtifactConsumer drop = (_, _) -> {};
        long deadline = System.nanoTime() + 20_000_000_000L;
        LayerContents contents =
                new LayerReader(new Same(bytes), Limits.DEFAULT, deadline, drop, log, true)
                        .read(Descriptor.of(Digest.sha256(bytes)))
                        .contents();
        assertThat(contents.hides("a/b/c")).isIn(true, false);
    }
}
