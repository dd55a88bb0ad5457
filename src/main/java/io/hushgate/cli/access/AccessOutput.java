package io.hushgate.cli.access;

import io.hushgate.cli.UsageProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A format of the answer and where it goes. */
record AccessOutput(Format format, Optional<Path> file) {
    /** The formats by the names that users give. */
    enum Format {
        TABLE,
        JSON,
        DOT,
        SVG
    }

    /**
     * Reads {@code FORMAT[=FILE]}.
     *
     * @throws UsageProblem when it is none
     */
    static AccessOutput parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Format format =
                Arrays.stream(Format.values())
                        .filter(one -> one.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new UsageProblem(
                                        "--format %s: unknown format; use one of table, json, dot, svg"
                                                .formatted(name)));
        try {
            return new AccessOutput(
                    format,
                    equals < 0
                            ? Optional.empty()
                            : Optional.of(Path.of(text.substring(equals + 1))));
        } catch (InvalidPathException e) {
            throw new UsageProblem(
                    "--format %s: the file is no path; check the spelling".formatted(text));
        }
    }

    /**
     * Writes the answer.
     *
     * @throws UsageProblem when the file cannot be written
     */
    void write(String answer, PrintWriter standardOutput) {
        if (file.isEmpty()) {
            standardOutput.print(answer);
            standardOutput.flush();
            return;
        }
        try {
            Files.writeString(file.get(), answer);
        } catch (IOException e) {
            throw new UsageProblem(
                    file.get()
                            + ": the answer cannot be written; check the path and the space left");
        }
    }
}
