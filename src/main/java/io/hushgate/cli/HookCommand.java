package io.hushgate.cli;

import io.hushgate.run.HookInstaller;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the scan of staged changes in front of every commit. */
@Command(
        name = "hook",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Installs and runs the pre-commit hook.", ""})
final class HookCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the pre-commit hook of a repository, and the key of its fingerprints, below its",
                "git directory.",
                ""
            })
    int install(
            @Parameters(arity = "0..1", paramLabel = "REPOSITORY", defaultValue = ".")
                    Path repository,
            @Option(names = "--force", description = "Replace a hook that is there.")
                    boolean force) {
        Path hook = HookInstaller.install(repository, force);
        spec.commandLine().getOut().println("installed " + hook);
        spec.commandLine().getOut().flush();
        return ExitCode.PASS;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {"Does what the hook does: scan --staged.", ""})
    int run(
            @Parameters(arity = "0..1", paramLabel = "REPOSITORY", defaultValue = ".")
                    String repository) {
        return spec.root().commandLine().execute("scan", "--staged", repository);
    }
}
