package io.hushgate.cli.policy;

import io.hushgate.cli.policy.conftest.ConftestInput;
import io.hushgate.cli.policy.conftest.ConftestProblem;
import io.hushgate.cli.policy.input.InputFormat;
import io.hushgate.cli.policy.input.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds and reads the files that are to be tested.
 *
 * @param format what all files are read as; empty for what each file's name says
 * @param ignored which paths found in directories are passed over
 * @param standardInput what the name {@code -} means
 * @param standardInputName what it is called in results
 */
record ConftestFiles(
        Optional<InputFormat> format,
        Predicate<String> ignored,
        InputStream standardInput,
        String standardInputName) {
    private static final String STANDARD_INPUT = "-";

    /** The largest file read; conftest has no bound, but configuration is written by people. */
    private static final int MAX_BYTES = 64 << 20;

    /**
     * Reads files, directories and standard input ({@code -}).
     *
     * @throws ConftestProblem if one is missing, unreadable, or not in its format
     */
    List<ConftestInput> read(List<String> paths) {
        List<ConftestInput> inputs = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                inputs.add(
                        parsed(standardInputName, format.orElse(InputFormat.YAML), standardInput));
            } else if (!path.isEmpty()) {
                files(Path.of(path)).forEach(file -> inputs.add(file(file)));
            }
        }
        if (inputs.isEmpty()) {
            throw new ConftestProblem("no files found; name one that has a known format");
        }
        return inputs;
    }

    private List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !ignored.test(file.toString()))
                    .filter(file -> InputFormat.ofFile(name(file)).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConftestProblem(path + ": the directory cannot be listed; check it");
        }
    }

    private ConftestInput file(Path file) {
        InputFormat known =
                format.or(() -> InputFormat.ofFile(name(file)))
                        .orElseThrow(() ->
                                new ConftestProblem(
                                        "%s: no format is known by this name; choose one with --parser: %s"
                                                .formatted(file, InputFormat.ids())));
        try (InputStream in = Files.newInputStream(file)) {
            return parsed(file.toString().replace('\\', '/'), known, in);
        } catch (IOException e) {
            throw new ConftestProblem(file + ": the file cannot be read; check the path");
        }
    }

    private static ConftestInput parsed(String name, InputFormat format, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConftestProblem(
                        "%s: larger than %d bytes; split it".formatted(name, MAX_BYTES));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            return ConftestInput.of(name, format.read(plain));
        } catch (InputProblem e) {
            throw new ConftestProblem(
                    "%s: cannot be read as %s: %s".formatted(name, format.id(), e.getMessage()));
        } catch (IOException e) {
            throw new ConftestProblem(name + ": cannot be read; check it");
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
