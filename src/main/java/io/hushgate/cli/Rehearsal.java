package io.hushgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs several commands in one process, one a line of a file, its words parted by blanks. The build
 * makes its AOT cache from one run, and that run should load and link what the common commands
 * need.
 */
final class Rehearsal {
    /** The system property that names the file. */
    static final String PROPERTY = "hushgate.rehearsal";

    private Rehearsal() {}

    /** Runs the commands in their order and gives the exit code of the last one. */
    static int run(Path commands) {
        int exitCode = ExitCode.USAGE;
        for (String command : read(commands)) {
            exitCode = Main.run(command.split(" ", -1));
        }
        return exitCode;
    }

    private static List<String> read(Path commands) {
        try {
            return Files.readAllLines(commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
