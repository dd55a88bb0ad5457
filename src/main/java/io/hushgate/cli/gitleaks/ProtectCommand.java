package io.hushgate.cli.gitleaks;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gitleaks protect}, the older name of {@code git --pre-commit}. */
@Command(
        name = "protect",
        hidden = true,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"The older form of git --pre-commit.", ""})
public final class ProtectCommand implements LeakCommand {
    @Mixin private LeakOptions options = new LeakOptions();

    @Option(
            names = {"-s", "--source"},
            paramLabel = "PATH",
            defaultValue = ".",
            description = "The repository (default: .).")
    private String source = ".";

    @Option(names = "--staged", description = "What is staged.")
    private boolean staged;

    /** Taken and left alone, as gitleaks does. */
    @SuppressWarnings("UnusedMethod") // picocli calls it
    @Option(names = "--log-opts", paramLabel = "OPTIONS", hidden = true)
    private void logOptions(String unused) {}

    @Override
    public Integer call() {
        return LeakRun.of(options, source)
                .over(new PendingChanges(Path.of(source), staged), ScmLink.NONE);
    }
}
