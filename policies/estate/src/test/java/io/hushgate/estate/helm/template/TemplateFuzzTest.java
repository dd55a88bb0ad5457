package io.hushgate.estate.helm.template;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.function.Functions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Searches for templates that break the language when {@code JAZZER_FUZZ=1}; else skipped, as
 * instrumenting the JVM costs every build longer than all other tests take. What it finds becomes a
 * case of {@link TemplatePropertyTest}.
 */
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
class TemplateFuzzTest {
    private static final RenderLimits SMALL = new RenderLimits(20_000, 50_000, 40);

    @FuzzTest(maxDuration = "2m")
    void rendersOrRefuses(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            Templates templates = new Templates();
            templates.add(TemplateParser.parse("t", text, SMALL));
            new Evaluator(templates, Functions.standard(), SMALL, new Budget(SMALL))
                    .render("t", Datum.table());
        } catch (TemplateProblem e) {
            return; // the answer to what is no template
        }
    }
}
