package io.hushgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs as on a machine that has a few tools on its path, and no Java. */
final class BareMachine {
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "dirname",
                    "readlink",
                    "sed",
                    "tar",
                    "gzip",
                    "git",
                    "mktemp",
                    "mkdir",
                    "rm",
                    "od",
                    "tr",
                    "cat");

    /** Seconds; a start without a cache on a busy machine takes a few. */
    private static final int MOST_SECONDS = 300;

    private final Path tools;

    private BareMachine(Path tools) {
        this.tools = tools;
    }

    /** A machine whose tools are put into a directory. */
    static BareMachine in(Path directory) throws IOException {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : TOOLS) {
            Path wrapper = tools.resolve(tool);
            Files.writeString(wrapper, "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new BareMachine(tools);
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not on the path"));
    }

    /** What a process printed, both streams, and its exit code at the end. */
    String run(Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return out + "exit " + process.exitValue();
    }
}
