package io.hushgate.cli.policy;

import io.hushgate.rego.ast.Source;
import io.hushgate.rego.format.Formatter;
import io.hushgate.rego.syntax.ParserOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Formats policies, as {@code opa fmt} does. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Formats policies, to standard output or in place.",
            "",
            "Exit codes: 0; 2 for what is no policy, and with --fail for a file "
                    + "that is not formatted.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  hushgate policy fmt -d policy/           what would change",
            "  hushgate policy fmt -w policy/           in place",
            "  hushgate policy fmt -l --fail policy/    for CI"
        })
final class FmtCommand implements Callable<Integer> {
    private static final int ERROR = 2;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files or directories (default: standard input)")
    private List<Path> paths = List.of();

    @Option(
            names = {"-w", "--write"},
            description = "Write the files in place.")
    private boolean write;

    @Option(
            names = {"-l", "--list"},
            description = "Only name the files that are not formatted.")
    private boolean list;

    @Option(
            names = {"-d", "--diff"},
            description = "Only show what would change, as a unified diff.")
    private boolean diff;

    @Option(names = "--fail", description = "Exit with 2 when a file is not formatted.")
    private boolean fail;

    @Option(
            names = {"-0", "--v0-compatible"},
            description = "Read modules that do not say otherwise as Rego v0.")
    private boolean versionZero;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Failures.guarded(spec.commandLine().getErr(), ERROR, this::format);
    }

    private int format() {
        PrintWriter out = spec.commandLine().getOut();
        int unformatted = 0;
        try {
            if (paths.isEmpty()) {
                String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
                out.print(formatted("<stdin>", text));
            }
            for (Path file : policies()) {
                String text = Files.readString(file);
                String formatted = formatted(file.toString(), text);
                if (!formatted.equals(text)) {
                    unformatted++;
                }
                tell(file, text, formatted, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
        return fail && unformatted > 0 ? ERROR : 0;
    }

    private void tell(Path file, String text, String formatted, PrintWriter out)
            throws IOException {
        boolean changes = !formatted.equals(text);
        if (list && changes) {
            out.println(file);
        }
        if (diff && changes) {
            out.print(UnifiedDiff.of(file.toString().replace('\\', '/'), text, formatted));
        }
        if (write && changes) {
            Files.writeString(file, formatted);
        }
        if (!list && !diff && !write) {
            out.print(formatted);
        }
    }

    private String formatted(String name, String text) {
        return Formatter.format(
                new Source(name, text), versionZero ? ParserOptions.V0 : ParserOptions.V1);
    }

    private List<Path> policies() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    walk.filter(file -> file.toString().endsWith(".rego"))
                            .sorted()
                            .forEach(found::add);
                }
            } else {
                found.add(path);
            }
        }
        return found;
    }
}
