package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The shells themselves read the completions, and a reader of manual pages the pages. */
class CompletionCommandTest {
    @TempDir private static Path share;

    @BeforeAll
    static void write() {
        assertThat(run("completion", "--directory", share.toString())).isEmpty();
        assertThat(run("manual", "--directory", share.toString())).isEmpty();
    }

    @Test
    void bashCompletesCommandsOptionsAndValues() throws Exception {
        Path script = share.resolve("bash-completion/completions/hushgate");
        String ask =
                """
                source '%s'
                COMP_WORDS=(hushgate %s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_hushgate hushgate
                printf '%%s\\n' "${COMPREPLY[@]}"
                """;
        assertThat(in("bash", ask.formatted(script, "sc"))).contains("scan");
        assertThat(in("bash", ask.formatted(script, "scan --hist"))).contains("--history");
        assertThat(in("bash", ask.formatted(script, "policy te"))).contains("test");
    }

    @Test
    void fishCompletesCommandsOptionsAndValues() throws Exception {
        Path script = share.resolve("fish/vendor_completions.d/hushgate.fish");
        String ask = "source '%s'; complete -C 'hushgate %s' | cut -f1";
        assertThat(in("fish", ask.formatted(script, "sc"))).contains("scan");
        assertThat(in("fish", ask.formatted(script, "scan --hist"))).contains("--history");
        assertThat(in("fish", ask.formatted(script, "scan --only "))).contains("leaks", "policies");
        assertThat(in("fish", ask.formatted(script, "policy te"))).contains("test");
        assertThat(in("fish", ask.formatted(script, "policy --hist"))).doesNotContain("--history");
    }

    /** What the function hands to zsh's own completers is printed instead. */
    @Test
    void zshOffersCommandsOptionsAndValues() throws Exception {
        Path script = share.resolve("zsh/site-functions/_hushgate");
        String ask =
                """
                _describe() { print -l -- "${(P@)2}" }
                _arguments() { print -l -- "$@" }
                source '%s'
                words=(hushgate %s)
                CURRENT=${#words}
                _hushgate
                """;
        assertThat(in("zsh", ask.formatted(script, "x")))
                .anyMatch(line -> line.startsWith("scan:"));
        assertThat(in("zsh", ask.formatted(script, "scan x")))
                .anyMatch(line -> line.startsWith("*--history["))
                .anyMatch(line -> line.startsWith("*--only=[") && line.endsWith("(leaks policies)"))
                .noneMatch(line -> line.startsWith("scan:"));
        assertThat(in("zsh", ask.formatted(script, "policy x")))
                .anyMatch(line -> line.startsWith("test:"));
    }

    @Test
    void everyCommandHasAPageThatItsReaderAccepts() throws Exception {
        List<Path> pages;
        try (var files = Files.list(share.resolve("man/man1"))) {
            pages = files.sorted().toList();
        }
        assertThat(pages)
                .extracting(page -> page.getFileName().toString())
                .contains("hushgate.1", "hushgate-scan.1", "hushgate-policy-test.1");
        for (Path page : pages) {
            assertThat(Files.readString(page)).contains(".SH NAME", ".SH SYNOPSIS");
        }
        assumeTrue(isThere("mandoc"), "mandoc is not installed");
        List<String> lint = new ArrayList<>(List.of("mandoc", "-T", "lint", "-W", "warning"));
        pages.forEach(page -> lint.add(page.toString()));
        // A page without a date is the same whenever it was made.
        assertThat(execute(lint)).allMatch(line -> line.contains("missing date"));
        assertThat(
                        String.join(
                                "\n",
                                execute(
                                        List.of(
                                                "mandoc",
                                                "-T",
                                                "utf8",
                                                pages.getFirst().toString()))))
                .contains("hushgate");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThat(run("manual", "nothing")).contains("no command is named 'nothing'");
    }

    /** Everything that the program said. */
    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Commands.all();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        line.execute(arguments);
        return said.toString();
    }

    private static List<String> in(String shell, String script) throws Exception {
        assumeTrue(isThere(shell), shell + " is not installed");
        return execute(
                shell.equals("bash")
                        ? List.of("bash", "--norc", "-c", script)
                        : shell.equals("zsh")
                                ? List.of("zsh", "-f", "-c", script)
                                : List.of("fish", "--no-config", "-c", script));
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }

    private static List<String> execute(List<String> command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out.lines().toList();
    }
}
