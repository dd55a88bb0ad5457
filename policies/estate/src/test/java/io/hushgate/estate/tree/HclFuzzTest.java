package io.hushgate.estate.tree;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Searches for texts that break the HCL reader when {@code JAZZER_FUZZ=1}; else skipped, as
 * instrumenting the JVM costs every build longer than all other tests take. What it finds becomes a
 * case of {@link HclReaderTest}.
 */
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
class HclFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void readsAnyBytes(byte[] bytes) {
        HclPropertyTest.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
