package io.hushgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed program, unpacked where there is no JDK: its class files are not those that the unit
 * tests run (decision 0007), and its runtime has only the modules that the build chose.
 */
class DistributionIT {
    @TempDir private static Path directory;
    private static Path home;
    private static BareMachine machine;

    @BeforeAll
    static void unpack() throws Exception {
        Path archive = Path.of(System.getProperty("distribution.archive"));
        assertThat(archive).exists();
        machine = BareMachine.in(directory);
        machine.run(directory, "tar", "-xzf", archive.toString());
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

    private static String hushgate(Path where, String... arguments) throws Exception {
        return machine.run(
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
        machine.run(repository, "git", "init", "-q");
        assertThat(hushgate(repository, "hook", "install")).endsWith("exit 0");
        Files.writeString(
                repository.resolve("app.env"), "DB_PASSWORD=" + "b7Qx!".repeat(2) + "z9Kd#2mW\n");
        machine.run(repository, "git", "add", ".");
        assertThat(hushgate(repository, "scan", "--staged"))
                .contains("app.env:1")
                .endsWith("exit 1");
    }

    /** A cache of another runtime, or of jars of other times, is passed over in silence. */
    @Test
    void startsFromItsCache() throws Exception {
        assertThat(
                        machine.run(
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
