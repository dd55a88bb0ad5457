package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveScanTest {
    @TempDir private Path directory;

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] tgz(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
            for (var file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] leak(String seed) {
        return ("a=1\ntoken: " + Sample.githubToken(seed) + "\n").getBytes(UTF_8);
    }

    @Test
    void findsLeaksInArchivesOfATreeAndSaysWhereInThem() throws IOException {
        byte[] jar = zip("conf/app.yaml", leak("jar"));
        Files.write(directory.resolve("app.war"), zip("WEB-INF/lib/x.jar", jar));
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("app.war!WEB-INF/lib/x.jar!conf/app.yaml:2:8");
    }

    @Test
    void findsLeaksInAnArchiveOnStandardInput() throws IOException {
        Result result = Program.run(directory, Map.of(), zip("a.env", leak("pipe")), "scan", "-");
        assertThat(result.out()).contains("<stdin>!a.env:2:8");
    }

    @Test
    void findsLeaksInArchivesOfAHistory() throws IOException {
        Program.git(directory, "init", "-q", "-b", "main");
        Files.write(directory.resolve("old.zip"), zip("a.env", leak("history")));
        Program.git(directory, "add", ".");
        Program.git(directory, "commit", "-q", "-m", "one");
        Program.git(directory, "rm", "-q", "old.zip");
        Program.git(directory, "commit", "-q", "-m", "two");
        Result result = Program.run(directory, "scan", "--history");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains(":old.zip!a.env:2:8", "not in the files of HEAD");
    }

    @Test
    void findsLeaksInStagedArchives() throws IOException {
        Program.git(directory, "init", "-q", "-b", "main");
        Files.write(directory.resolve("new.zip"), zip("a.env", leak("staged")));
        Program.git(directory, "add", ".");
        Result result = Program.run(directory, "scan", "--staged");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("new.zip!a.env:2:8");
    }

    @Test
    void aDamagedArchiveMakesTheScanIncompleteUnlessItIsExcluded() throws IOException {
        byte[] zip = zip("a.txt", "nothing\n".getBytes(UTF_8));
        Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(zip, zip.length - 30));
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("cut.zip", "CORRUPT");
        Files.writeString(directory.resolve("hushgate.yaml"), "exclude: ['*.zip']\n");
        assertThat(Program.run(directory, "scan", ".").exitCode()).isZero();
    }

    @Test
    void anEntryIsExcludedByThePathThroughItsArchive() throws IOException {
        Files.write(directory.resolve("a.zip"), zip("test/a.env", leak("excluded")));
        Files.writeString(directory.resolve("hushgate.yaml"), "exclude: ['a.zip!test/**']\n");
        Result result = Program.run(directory, "scan", ".");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("a.zip!test/a.env", "EXCLUDED");
    }

    @Test
    void rightsAreJudgedInPackedChartsAndInNoOtherArchive() throws IOException {
        String role =
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: all
                rules:
                - apiGroups: ["*"]
                  resources: ["*"]
                  verbs: ["*"]
                """;
        Map<String, String> chart = new java.util.LinkedHashMap<>();
        chart.put("app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        chart.put("app/templates/role.yaml", role);
        Files.write(directory.resolve("app-1.0.0.tgz"), tgz(chart));
        Files.write(directory.resolve("other.tgz"), tgz(Map.of("package/test/role.yaml", role)));
        Result result = Program.run(directory, "scan", ".", "--only", "policies");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("app-1.0.0.tgz!app/templates/role.yaml")
                .doesNotContain("other.tgz");
    }
}
