package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program as a process of its own, as a shell does. */
final class Program {
    private static final long MOST_SECONDS = 300;

    private Program() {}

    /** What a shell would have seen. */
    record Result(int exitCode, String out, String err) {}

    static Result run(Path directory, String... arguments) {
        return run(directory, Map.of(), new byte[0], arguments);
    }

    static Result run(
            Path directory, Map<String, String> environment, byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        return execute(directory, environment, input, command);
    }

    /** Starts the program and does not wait for it. */
    static Process start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs a line of a shell in which {@code hushgate} is on the path. */
    static Result shell(Path directory, String line) {
        try {
            Path bin = Files.createTempDirectory("bin");
            Path launcher = bin.resolve("hushgate");
            Files.writeString(
                    launcher, "#!/bin/sh\nexec " + String.join(" ", program()) + " \"$@\"\n");
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            Map<String, String> environment = Map.of("PATH", bin + ":" + System.getenv("PATH"));
            return execute(directory, environment, new byte[0], List.of("sh", "-c", line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhushgate.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                "io.hushgate.cli.Main");
    }

    /** A directory with the key of an installation, so that fingerprints compare between runs. */
    private static final Path HOME = home();

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("hushgate-home");
            Files.writeString(home.resolve("fingerprint.key"), "5a".repeat(32));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs git with a fixed author and without the configuration of this machine. */
    static String git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_SYSTEM", "/dev/null",
                        "GIT_AUTHOR_NAME", "Ann Author",
                        "GIT_AUTHOR_EMAIL", "ann@example.com",
                        "GIT_COMMITTER_NAME", "Ann Author",
                        "GIT_COMMITTER_EMAIL", "ann@example.com");
        Result result = execute(directory, environment, new byte[0], command);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(command + ": " + result.err());
        }
        return result.out();
    }

    /** Runs another program. */
    static Result execute(Path directory, List<String> command) {
        return execute(directory, Map.of(), new byte[0], command);
    }

    private static Result execute(
            Path directory, Map<String, String> environment, byte[] input, List<String> command) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Path in = Files.createTempFile("in", ".txt");
            Files.write(in, input);
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out, UTF_8),
                    Files.readString(err, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
