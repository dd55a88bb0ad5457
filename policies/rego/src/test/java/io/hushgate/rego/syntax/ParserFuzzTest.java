package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.format.Formatter;

/**
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=ParserFuzzTest} searches; without it, the seeds are tried.
 */
class ParserFuzzTest {
    @FuzzTest(maxDuration = "90s")
    void readsOrSaysWhyNot(byte[] bytes) {
        readsOrSaysWhyNot(bytes, ParserOptions.V1);
        readsOrSaysWhyNot(bytes, ParserOptions.V0);
    }

    private static void readsOrSaysWhyNot(byte[] bytes, ParserOptions options) {
        Module module;
        try {
            module = Parser.parseModule("fuzz.rego", bytes, options);
        } catch (RegoException e) {
            assertThat(e.errors()).isNotEmpty();
            assertThat(e.errors()).allSatisfy(ParserFuzzTest::hasAPlace);
            return;
        }
        assertThat(module.toString()).isNotEmpty();
        RegoVersion target = options.version();
        String once = Formatter.format(module, target);
        Module again = Parser.parseModule(new Source("fuzz.rego", once), options);
        assertThat(Formatter.format(again, target)).isEqualTo(once);
        assertThat(again.comments()).hasSameSizeAs(module.comments());
    }

    private static void hasAPlace(RegoError error) {
        assertThat(error.code().id()).isEqualTo("rego_parse_error");
        assertThat(error.message()).isNotBlank();
        assertThat(error.location().file()).isEqualTo("fuzz.rego");
        assertThat(error.location().start()).isGreaterThanOrEqualTo(0);
    }
}
