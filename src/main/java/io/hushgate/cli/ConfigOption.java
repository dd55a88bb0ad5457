package io.hushgate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The configuration of a run, where it is not the target's own. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration (default: hushgate.yaml at the target's root).")
    private @Nullable Path config;

    /** The file that was named. */
    Optional<Path> file() {
        return Optional.ofNullable(config);
    }
}
