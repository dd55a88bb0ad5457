package io.hushgate.cli;

import io.hushgate.hook.HookInstaller;
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
        description = {"Installs, removes and runs the pre-commit hook.", ""})
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
                "Writes the pre-commit hook of a repository to where git looks for it "
                        + "(core.hooksPath, husky), and the key of its fingerprints below its "
                        + "git directory.",
                "A hook that is there is never overwritten.",
                ""
            },
            footer = {
                "",
                "Examples:",
                "  hushgate hook install                    into this repository",
                "  hushgate hook install --keep             beside a hook that is there"
            })
    int install(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "REPOSITORY",
                            defaultValue = ".",
                            description = "A path inside the repository (default: here).")
                    Path repository,
            @Option(
                            names = "--keep",
                            description = "Keep a hook that is there, and run it after ours.")
                    boolean keep) {
        HookInstaller installer = HookInstaller.of(repository, System.getenv());
        installer.install(keep);
        say("installed " + installer.file());
        if (installer.shared()) {
            say("it lies in the work tree: commit it to give it to everybody");
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "uninstall",
            mixinStandardHelpOptions = true,
            description = {
                "Takes the pre-commit hook away again, and puts the one that was kept "
                        + "into its place.",
                ""
            },
            footer = {"", "Example:", "  hushgate hook uninstall"})
    int uninstall(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "REPOSITORY",
                            defaultValue = ".",
                            description = "A path inside the repository (default: here).")
                    Path repository) {
        HookInstaller installer = HookInstaller.of(repository, System.getenv());
        say(
                installer.uninstall()
                        ? "removed " + installer.file()
                        : "nothing to remove at " + installer.file());
        return ExitCode.PASS;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {"Does what the hook does: scan --staged.", ""},
            footer = {
                "",
                "Example:",
                "  hushgate hook run                        as git does before a commit"
            })
    int run(
            @Parameters(arity = "0..1", paramLabel = "REPOSITORY", defaultValue = ".")
                    String repository) {
        return spec.root().commandLine().execute("scan", "--staged", repository);
    }
}
