package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.source.Workers;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where fragments come from. */
interface FragmentSource {
    /**
     * Hands out every fragment.
     *
     * @param config whose allowlists leave out paths before anything is read
     * @param looks called once on each worker's thread for what takes its fragments
     * @param log takes what could not be looked at
     */
    void read(
            GitleaksConfig config,
            Workers workers,
            Supplier<Consumer<Fragment>> looks,
            LeakLog log);
}
