package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.core.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A repository made by the git binary, which is also the oracle. Each command is one minute after
 * the one before, so that ids are the same in every run. Tests are skipped where there is no git.
 */
final class Git {
    private final Path directory;
    private long clock = 1_700_000_000;

    private Git(Path directory) {
        this.directory = directory;
    }

    /** Makes an empty repository. */
    static Git init(Path directory, String... options) {
        assumeTrue(isThere(), "the git binary is not installed");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Git git = new Git(directory);
        List<String> command = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        command.addAll(List.of(options));
        git.run(command.toArray(String[]::new));
        return git;
    }

    /** A repository that is there already. */
    static Git in(Path directory) {
        assumeTrue(isThere(), "the git binary is not installed");
        return new Git(directory);
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    GitRepository open() {
        return GitRepository.open(directory, Limits.DEFAULT);
    }

    /** Runs git and returns what it prints. */
    String run(String... arguments) {
        return new String(output(null, arguments), StandardCharsets.UTF_8).strip();
    }

    /** Runs git with some input. */
    String runWith(String input, String... arguments) {
        return new String(output(input, arguments), StandardCharsets.UTF_8).strip();
    }

    private byte[] output(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of("-c", "protocol.file.allow=always", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        clock += 60;
        try {
            Path errors = Files.createTempFile("git", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectError(errors.toFile());
            builder.environment().put("GIT_AUTHOR_NAME", "Ada");
            builder.environment().put("GIT_AUTHOR_EMAIL", "ada@example.com");
            builder.environment().put("GIT_COMMITTER_NAME", "Grace");
            builder.environment().put("GIT_COMMITTER_EMAIL", "grace@example.com");
            builder.environment().put("GIT_AUTHOR_DATE", clock + " +0000");
            builder.environment().put("GIT_COMMITTER_DATE", clock + " +0000");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            Process process = builder.start();
            try (var to = process.getOutputStream()) {
                if (input != null) {
                    to.write(input.getBytes(StandardCharsets.UTF_8));
                }
            }
            byte[] output = process.getInputStream().readAllBytes();
            int code = process.waitFor();
            assertThat(code).as("%s: %s", command, Files.readString(errors)).isZero();
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The exact bytes that git prints. */
    byte[] bytes(String... arguments) {
        return output(null, arguments);
    }

    Git write(String path, String content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Git add(String path, String content) {
        write(path, content).run("add", "-f", "--", path);
        return this;
    }

    /** Commits what is staged and returns the id. */
    String commit(String message) {
        run("commit", "-q", "--allow-empty", "-m", message);
        return run("rev-parse", "HEAD");
    }
}
