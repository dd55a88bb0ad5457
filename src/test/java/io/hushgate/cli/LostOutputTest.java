package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, readers that leave, and terminals that can do nothing. */
class LostOutputTest {
    @TempDir private Path directory;

    @BeforeEach
    void leak() throws IOException {
        Files.writeString(
                directory.resolve("app.env"), "TOKEN=" + Sample.githubToken("lost") + "\n");
    }

    /** {@code /dev/full} takes nothing, as a disk that is full. */
    @ParameterizedTest
    @ValueSource(strings = {"scan . -f json=/dev/full", "scan . >/dev/full", "facts . >/dev/full"})
    void aFullDiskIsAFailureInOneLine(String command) {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full on this machine");
        Result result = Program.shell(directory, "hushgate " + command);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("cannot be written").doesNotContain("Exception");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void nothingIsRedactedInSilence() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full on this machine");
        Result result = Program.shell(directory, "hushgate redact <app.env >/dev/full");
        assertThat(result.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(result.err()).contains("is the disk full?");
    }

    /** The pipe is closed before the program starts; the verdict is what it would have been. */
    @ParameterizedTest
    @ValueSource(strings = {"scan app.env:1", "facts app.env:0"})
    void aReaderWhoLeavesChangesNoVerdict(String commandAndCode) {
        int colon = commandAndCode.lastIndexOf(':');
        String line =
                "mkfifo pipe && { (exec <pipe) & } && exec 3>pipe && wait $! && hushgate %s >&3"
                        .formatted(commandAndCode.substring(0, colon));
        Result result = Program.shell(directory, line);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).hasToString(commandAndCode.substring(colon + 1));
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        Result result = Program.run(directory, "scan", ".", "-f", "sarif=no/such/report.sarif");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "hushgate: no/such/report.sarif: the report cannot be written; check the path"
                                + " and the space left\n");
    }

    /** A terminal of no columns that knows no colours, by the script of util-linux. */
    @Test
    void aTerminalWithoutWidthOrColourGetsPlainText() {
        Result probe = Program.shell(directory, "script -qec true /dev/null </dev/null");
        assumeTrue(probe.exitCode() == 0, "there is no script of util-linux on this machine");
        Result result =
                Program.shell(
                        directory,
                        "script -qec 'stty cols 0 rows 0; TERM=dumb COLUMNS= hushgate scan .' /dev/null </dev/null");
        assertThat(result.exitCode()).isEqualTo(ExitCode.SHUT);
        assertThat(result.out()).contains("app.env:1:7", "gate shut").doesNotContain("\u001b[3");
        Result help =
                Program.shell(
                        directory,
                        "script -qec 'stty cols 0 rows 0; TERM=dumb COLUMNS= hushgate scan --help' /dev/null </dev/null");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--fail-on");
    }
}
