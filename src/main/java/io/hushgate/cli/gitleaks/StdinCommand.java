package io.hushgate.cli.gitleaks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gitleaks stdin}: standard input. */
@Command(
        name = "stdin",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Looks for leaks in standard input, as gitleaks does.", ""},
        footer = {"", "Example:", "  kubectl logs app | hushgate stdin -v"})
public final class StdinCommand implements LeakCommand {
    @Mixin private LeakOptions options = new LeakOptions();

    @Override
    public Integer call() {
        return LeakRun.of(options, ".").over(new Piped(options), ScmLink.NONE);
    }
}
