package io.hushgate.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands, options and their values. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints the completion of a shell, to be read when the shell starts.",
        footer = {
            "",
            "Examples:",
            "  source <(hushgate completion bash)                        in ~/.bashrc",
            "  hushgate completion zsh > ~/.zfunc/_hushgate              with ~/.zfunc in fpath",
            "  hushgate completion fish > ~/.config/fish/completions/hushgate.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that are known. */
    enum Shell {
        BASH("bash-completion/completions/hushgate"),
        ZSH("zsh/site-functions/_hushgate"),
        FISH("fish/vendor_completions.d/hushgate.fish");

        /** Where packages put it, below {@code share}. */
        private final String place;

        Shell(String place) {
            this.place = place;
        }
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            description = "bash, zsh or fish; bash when none is named.")
    private Shell shell = Shell.BASH;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Write those of all shells below DIR, where packages put them.")
    private @Nullable Path directory;

    @Override
    public Integer call() throws IOException {
        Path below = directory;
        if (below == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(script(shell));
            out.flush();
            return 0;
        }
        for (Shell each : Shell.values()) {
            Path file = below.resolve(each.place);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, script(each));
        }
        return 0;
    }

    private String script(Shell asked) {
        CommandLine root = spec.root().commandLine();
        return switch (asked) {
            case BASH -> withoutDate(AutoComplete.bash("hushgate", root));
            case ZSH -> ZshCompletion.of(Described.all(root));
            case FISH -> FishCompletion.of(Described.all(root));
        };
    }

    /** The same program gives the same bytes. */
    private static String withoutDate(String script) {
        return script.replaceAll("(?m)^# (Date|Generated).*\\R", "");
    }
}
