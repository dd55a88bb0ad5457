package io.hushgate.rego.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LocalEngineTest extends DecisionEngineContract {
    private static final Program PROGRAM =
            Rego.create().withModule("app.rego", POLICY).withData(DATA).compile();

    @Override
    protected DecisionEngine engine() {
        return new LocalEngine(PROGRAM);
    }

    @Test
    void saysWhereRulesContradict() {
        assertThatThrownBy(() ->
                        engine().decide("data.app.level", json("{\"low\": true, \"high\": true}")))
                .hasMessage(
                        "data.app.level: app.rego:28: eval_conflict_error:"
                                + " complete rules must not produce multiple outputs");
    }

    @Test
    void saysThatAValueNestsTooDeep() {
        String brackets = "[".repeat(990) + "]".repeat(990);
        String policy = "package app\n\nwrapped := " + "[".repeat(20) + "input" + "]".repeat(20);
        Program program = Rego.create().withModule("app.rego", policy).compile();
        try (DecisionEngine engine = new LocalEngine(program)) {
            assertThatThrownBy(() -> engine.decide("data.app.wrapped", json(brackets)))
                    .isInstanceOf(DecisionProblem.class)
                    .hasMessageContaining("data.app.wrapped: the value exceeds the limits of JSON");
        }
    }

    @Test
    void namesDocumentsAsRegoDoes() {
        assertThat(new DocumentPath(List.of("app", "a/b", "c"))).hasToString("data.app[\"a/b\"].c");
        assertThat(DocumentPath.of("data")).isEqualTo(new DocumentPath(List.of()));
    }
}
