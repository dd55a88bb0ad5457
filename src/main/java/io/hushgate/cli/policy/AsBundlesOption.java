package io.hushgate.cli.policy;

import picocli.CommandLine.Option;

/** Whether the paths of a command are bundles. */
final class AsBundlesOption {
    @Option(
            names = {"-b", "--bundle"},
            description = "The paths are bundles: archives, or directories with a .manifest.")
    private boolean asBundles;

    boolean given() {
        return asBundles;
    }
}
