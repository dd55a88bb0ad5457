package io.hushgate.rego.wasm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.backend.DecisionEngine;
import io.hushgate.rego.backend.DecisionEngineContract;
import io.hushgate.rego.backend.DecisionProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WasmEngineContractTest extends DecisionEngineContract {
    private WasmEngine engine;

    @BeforeAll
    void build(@TempDir Path directory) throws Exception {
        Path bundle = OpaBuild.bundle(directory, POLICY, DATA, DOCUMENTS);
        engine = WasmEngine.open(bundle, WasmLimits.DEFAULT);
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    protected DecisionEngine engine() {
        return engine;
    }

    @Test
    void knowsEntryPointsOnly() {
        assertThatThrownBy(() -> engine.decide("data.members.red", null))
                .isInstanceOf(DecisionProblem.class)
                .hasMessageStartingWith("data.members.red: is no entry point of ")
                .hasMessageContaining("app/admitted, app/allow, ")
                .hasMessageEndingWith("build it with opa build -t wasm -e members/red");
    }
}
