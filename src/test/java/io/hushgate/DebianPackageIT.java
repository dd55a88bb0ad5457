package io.hushgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package: what it holds, where that goes, and that it runs from there. */
class DebianPackageIT {
    @TempDir private static Path root;
    private static final Map<String, TarArchiveEntry> CONTROL = new TreeMap<>();
    private static final Map<String, TarArchiveEntry> DATA = new TreeMap<>();
    private static String control = "";

    @BeforeAll
    static void unpack() throws IOException {
        Path file = Path.of(System.getProperty("distribution.deb"));
        assertThat(file).exists();
        try (ArArchiveInputStream archive =
                new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ArArchiveEntry member; (member = archive.getNextEntry()) != null; ) {
                switch (member.getName()) {
                    case "debian-binary" -> assertThat(text(archive)).isEqualTo("2.0\n");
                    case "control.tar.gz" -> readControl(tar(archive));
                    case "data.tar.gz" -> unpackData(tar(archive));
                    default -> throw new IllegalStateException(member.getName());
                }
            }
        }
    }

    private static TarArchiveInputStream tar(InputStream in) throws IOException {
        return new TarArchiveInputStream(new GzipCompressorInputStream(in));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    private static void readControl(TarArchiveInputStream tar) throws IOException {
        for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
            CONTROL.put(entry.getName(), entry);
            if (entry.getName().equals("./control")) {
                control = text(tar);
            }
        }
    }

    private static void unpackData(TarArchiveInputStream tar) throws IOException {
        for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
            DATA.put(entry.getName(), entry);
            Path path = root.resolve(entry.getName()).normalize();
            assertThat(path.startsWith(root)).as(entry.getName()).isTrue();
            Files.createDirectories(entry.isDirectory() ? path : path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.copy(tar, path);
                Files.setLastModifiedTime(
                        path, FileTime.fromMillis(entry.getLastModifiedDate().getTime()));
                if ((entry.getMode() & 0100) != 0) {
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(control)
                .contains("Package: hushgate\n", "Depends: libc6\n", "Maintainer: ")
                .containsPattern("Version: \\d+\\.\\d+\\.\\d+")
                .containsPattern("Architecture: (amd64|arm64)\n")
                .doesNotContain("[[");
        assertThat(CONTROL).containsKeys("./md5sums", "./postinst", "./prerm");
        assertThat(CONTROL.get("./postinst").getMode() & 0777).isEqualTo(0755);
    }

    @Test
    void putsFilesWhereDebianLooksForThem() {
        assertThat(DATA)
                .containsKeys(
                        "./usr/lib/hushgate/lib/hushgate.jar",
                        "./usr/lib/hushgate/runtime/lib/modules",
                        "./usr/share/man/man1/hushgate.1",
                        "./usr/share/man/man1/hushgate-scan.1",
                        "./usr/share/bash-completion/completions/hushgate",
                        "./usr/share/zsh/vendor-completions/_hushgate",
                        "./usr/share/fish/vendor_completions.d/hushgate.fish",
                        "./usr/share/doc/hushgate/copyright");
        assertThat(DATA.keySet())
                .noneMatch(name -> name.endsWith(".aot") || name.endsWith("fingerprint.key"));
        TarArchiveEntry command = DATA.get("./usr/bin/hushgate");
        assertThat(command.isSymbolicLink()).isTrue();
        assertThat(command.getLinkName()).isEqualTo("../lib/hushgate/hushgate");
        assertThat(DATA.values())
                .allSatisfy(entry -> {
                    assertThat(entry.getLongUserId()).isZero();
                    assertThat(entry.getMode() & 0022).as(entry.getName()).isZero();
                });
    }

    /** What the package's postinst does, at another root: then starts come from the cache. */
    @Test
    void runsFromWhereItIsInstalledAndMakesItsCacheThere() throws Exception {
        assumeTrue(
                DATA.containsKey("./usr/lib/hushgate/runtime/bin/java"),
                "the JDK of this build cannot link a runtime");
        BareMachine machine = BareMachine.in(root);
        Path home = root.resolve("usr/lib/hushgate");
        String launcher = root.resolve("usr/bin/hushgate").toString();
        Files.writeString(
                root.resolve("app.env"), "DB_PASSWORD=" + "b7Qx!".repeat(2) + "z9K#2mW\n");
        assertThat(machine.run(root, launcher, "scan", "app.env"))
                .contains("app.env:1")
                .endsWith("exit 1");
        assertThat(
                        machine.run(
                                root,
                                home.resolve("train-start-up").toString(),
                                home.toString(),
                                home.resolve("hushgate").toString()))
                .isEqualTo("exit 0");
        assertThat(home.resolve("hushgate.aot")).isNotEmptyFile();
        assertThat(home.resolve("fingerprint.key")).doesNotExist();
        assertThat(machine.run(root, launcher, "scan", "app.env"))
                .contains("app.env:1")
                .endsWith("exit 1");
    }
}
