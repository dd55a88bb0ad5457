package io.hushgate.rego.backend;

import java.nio.file.Path;

/**
 * Opens engines that decide by a bundle. Modules that are not always there name theirs in {@code
 * META-INF/services}, and {@link java.util.ServiceLoader} finds them.
 */
public interface EngineProvider {
    /** What people call the engine: {@code wasm}. */
    String name();

    /**
     * Opens an engine with the limits that suit it.
     *
     * @throws DecisionProblem if the bundle cannot be used
     */
    DecisionEngine open(Path bundle);
}
