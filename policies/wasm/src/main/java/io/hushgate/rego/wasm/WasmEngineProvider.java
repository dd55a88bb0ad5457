package io.hushgate.rego.wasm;

import io.hushgate.rego.backend.DecisionEngine;
import io.hushgate.rego.backend.EngineProvider;
import java.nio.file.Path;

/** Opens WebAssembly bundles for programs that know only the interface. */
public final class WasmEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "wasm";
    }

    @Override
    public DecisionEngine open(Path bundle) {
        return WasmEngine.open(bundle, WasmLimits.DEFAULT);
    }
}
