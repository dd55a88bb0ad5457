package io.hushgate.rego.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.syntax.SharedCorpus;
import io.hushgate.rego.syntax.SharedCorpus.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatterConformanceTest {
    @ParameterizedTest
    @CsvSource({"v1, V1", "v1-newer, V1", "v0, V0"})
    void changesNothingButTheLayout(String directory, String version) {
        ParserOptions options = version.equals("V1") ? ParserOptions.V1 : ParserOptions.V0;
        List<String> changed = new ArrayList<>();
        List<String> unstable = new ArrayList<>();
        int formatted = 0;
        for (Sample sample : SharedCorpus.modules(directory)) {
            Module module;
            try {
                module = Parser.parseModule(new Source("", sample.text()), options);
            } catch (RegoException e) {
                continue;
            }
            formatted++;
            String once = Formatter.format(module, options.version());
            Module again = Parser.parseModule(new Source("", once), options);
            if (!Shape.of(again).equals(Shape.of(module))) {
                changed.add(sample.note() + "\n" + sample.text() + "\n----\n" + once);
            }
            String twice = Formatter.format(again, options.version());
            if (!twice.equals(once)) {
                unstable.add(sample.note() + "\n" + once + "\n----\n" + twice);
            }
        }
        System.out.printf(
                "%s: %d formatted, %d changed, %d unstable%n",
                directory, formatted, changed.size(), unstable.size());
        assertThat(changed).isEmpty();
        assertThat(unstable).isEmpty();
    }
}
