package io.hushgate.cli.policy;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Bundles beside other data and modules. */
final class BundleOption {
    @Option(
            names = {"-b", "--bundle"},
            paramLabel = "PATH",
            description = "A bundle: a tar.gz or a directory with a .manifest; may be repeated.")
    private List<Path> bundles = List.of();

    List<Path> paths() {
        return bundles;
    }
}
