package io.hushgate.estate.tree;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Run with {@code JAZZER_FUZZ=1} to search for texts that break the HCL reader; else checks what
 * was found before.
 */
class HclFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void readsAnyBytes(byte[] bytes) {
        HclPropertyTest.check(new String(bytes, StandardCharsets.UTF_8));
    }
}
