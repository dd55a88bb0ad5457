package io.hushgate.cli.shell;

import io.hushgate.run.ProgramVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints manual pages. */
@Command(
        name = "manual",
        mixinStandardHelpOptions = true,
        description = "Prints the manual page of a command.",
        footer = {
            "",
            "Examples:",
            "  hushgate manual scan | man -l -",
            "  hushgate manual --directory DIR"
        })
public final class ManualCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "The words of the command; the program's own page when there are none.")
    private List<String> words = List.of();

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Write all pages below DIR, where packages put them.")
    private @Nullable Path directory;

    @Override
    public Integer call() throws IOException {
        List<Described> all = Described.all(spec.root().commandLine());
        Path below = directory;
        if (below != null) {
            Path pages = Files.createDirectories(below.resolve("man/man1"));
            for (Described command : all) {
                Files.writeString(pages.resolve(command.title("-") + ".1"), page(command));
            }
            return 0;
        }
        Described asked =
                all.stream()
                        .filter(command -> command.words().equals(words))
                        .findFirst()
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "no command is named '"
                                                + String.join(" ", words)
                                                + "'; `hushgate --help` lists them"));
        PrintWriter out = spec.commandLine().getOut();
        out.print(page(asked));
        out.flush();
        return 0;
    }

    private static String page(Described command) {
        return ManualPage.of(command, ProgramVersion.get());
    }
}
