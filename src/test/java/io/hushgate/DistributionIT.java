package io.hushgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed program, unpacked where there is no JDK: its class files are not those that the unit
 * tests run (decision 0007), and its runtime has only the modules that the build chose.
 */
class DistributionIT {
    private static final List<String> TOOLS =
            List.of("sh", "dirname", "readlink", "sed", "tar", "gzip", "git");

    @TempDir private static Path directory;
    private static Path home;
    private static Path tools;

    @BeforeAll
    static void unpack() throws Exception {
        Path archive = Path.of(System.getProperty("distribution.archive"));
        assertThat(archive).exists();
        tools = Files.createDirectory(directory.resolve("tools"));
        for (String tool : TOOLS) {
            Path wrapper = tools.resolve(tool);
            Files.writeString(wrapper, "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        run(directory, "tar", "-xzf", archive.toString());
        try (Stream<Path> files = Files.list(directory)) {
            home =
                    files.filter(file -> file.getFileName().toString().startsWith("hushgate-"))
                            .findFirst()
                            .orElseThrow();
        }
        assumeTrue(
                Files.exists(home.resolve("runtime")),
                "the JDK of this build cannot link a runtime");
    }

    private static Path find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not on the path"));
    }

    /** What a process printed, both streams, and its exit code at the end. */
    private static String run(Path where, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return out + "exit " + process.exitValue();
    }

    private static String hushgate(Path where, String... arguments) throws Exception {
        return run(
                where,
                Stream.concat(Stream.of(home.resolve("hushgate").toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void doesItsMainJobWithoutAJdk() throws Exception {
        Path tree = Files.createDirectories(directory.resolve("tree/vault"));
        Files.writeString(
                tree.resolve("app.hcl"),
                "path \"sys/policies/acl/*\" {\n  capabilities = [\"update\"]\n}\n");
        Files.writeString(
                tree.resolve("app.env"), "dbPassword=" + "b7Qx!".repeat(2) + "z9Kd#2mW\n");
        assertThat(hushgate(tree.getParent(), "scan", "."))
                .doesNotContain("WARNING")
                .contains("Leaked credentials", "vault/app.env:1", "VLT-POL-PRIVESC")
                .endsWith("exit 1");
        assertThat(hushgate(tree.getParent(), "scan", "-f", "json", "vault/app.hcl"))
                .contains("\"schema\" : \"hushgate/1\"");
        assertThat(hushgate(tree, "facts", "app.hcl"))
                .contains("\"name\": \"app\"")
                .endsWith("exit 0");
    }

    @Test
    void refusesACommit() throws Exception {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        run(repository, "git", "init", "-q");
        assertThat(hushgate(repository, "hook", "install")).endsWith("exit 0");
        Files.writeString(
                repository.resolve("app.env"), "DB_PASSWORD=" + "b7Qx!".repeat(2) + "z9Kd#2mW\n");
        run(repository, "git", "add", ".");
        assertThat(hushgate(repository, "scan", "--staged"))
                .contains("app.env:1")
                .endsWith("exit 1");
    }

    /** A cache of another runtime, or of jars of other times, is passed over in silence. */
    @Test
    void startsFromItsCache() throws Exception {
        assertThat(
                        run(
                                home,
                                "runtime/bin/java",
                                "-XX:+UseSerialGC",
                                "-XX:AOTMode=on",
                                "-XX:AOTCache=hushgate.aot",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                "lib/hushgate.jar",
                                "io.hushgate.cli.Main",
                                "--version"))
                .startsWith("hushgate ")
                .endsWith("exit 0");
    }

    @Test
    void holdsLicencesPagesAndCompletionsAndNoKey() throws Exception {
        assertThat(home.resolve("share/man/man1/hushgate-scan.1")).exists();
        assertThat(home.resolve("share/bash-completion/completions/hushgate")).exists();
        assertThat(home.resolve("LICENSE")).exists();
        assertThat(home.resolve("licences")).isNotEmptyDirectory();
        assertThat(home.resolve("runtime/legal/java.base")).isNotEmptyDirectory();
        assertThat(home.resolve("fingerprint.key")).doesNotExist();
        try (Stream<Path> files = Files.walk(home.resolve("lib"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.getLastModifiedTime(file).toInstant())
                        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            }
        }
    }
}
