package io.hushgate.source.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.source.SourceProblem;
import java.nio.charset.StandardCharsets;

/** Any text is a step of a build, and a reference and a challenge or none. */
final class InstructionFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void readsInstructions(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(Instruction.of(text).text()).isNotNull();
        assertThat(Challenge.parse(text)).isNotNull();
        try {
            assertThat(Reference.parse(text).repository()).isNotEmpty();
        } catch (SourceProblem e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }
}
