package io.hushgate.rego.compile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import java.util.List;

/**
 * Run with {@code JAZZER_FUZZ=1} to search for modules that break the compiler: any answer but
 * compiled modules or a list of errors is a bug. Else checks what was found before.
 */
final class CompilerFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void answersOrRefuses(byte[] bytes) {
        try {
            Compiler.compile(
                    List.of(Parser.parseModule("fuzz.rego", bytes, ParserOptions.V1)),
                    CompileOptions.DEFAULT.withStrict(bytes.length % 2 == 0));
        } catch (RegoException expected) {
            // most texts are no modules
        }
    }
}
