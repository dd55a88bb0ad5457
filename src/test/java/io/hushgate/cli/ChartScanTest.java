package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts are judged by what they come to, and findings stand at the values. */
class ChartScanTest {
    private static final String TOKEN = Sample.githubToken("chart");

    @TempDir private Path tree;

    private void write(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @BeforeEach
    void chart() throws IOException {
        write(
                "app/Chart.yaml",
                "apiVersion: v2\nname: app\nversion: 1.0.0\n"
                        + "dependencies: [{name: lib, version: 1.x}]\n");
        write("app/values.yaml", "role:\n  verbs: [get]\npart:\n  a: ''\n  b: ''\n");
        write(
                "app/templates/all.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: {{ include "lib.name" . }}}
                stringData:
                  token: {{ print .Values.part.a .Values.part.b | quote }}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: {{ .Release.Name }}}
                rules:
                - apiGroups: [""]
                  resources: [secrets]
                  verbs: {{ toJson .Values.role.verbs }}
                """);
        write("lib/Chart.yaml", "apiVersion: v2\nname: lib\nversion: 1.2.0\ntype: library\n");
        write("lib/templates/_n.tpl", "{{ define \"lib.name\" }}{{ .Chart.Name }}-x{{ end }}\n");
        write("deploy.sh", "helm upgrade --install shop ./app -n shop -f live.yaml\n");
        write(
                "live.yaml",
                "role:\n  verbs: ['*']\npart:\n  a: %s\n  b: %s\n"
                        .formatted(TOKEN.substring(0, 20), TOKEN.substring(20)));
    }

    @Test
    void aSecretInTwoPiecesStandsAtTheFirstAndARightAtItsTemplate() {
        Result result = Program.run(tree, "scan", ".", "--no-color");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("github-pat", "live.yaml:4:6", "checksum valid")
                .contains("app/templates/all.yaml:11:3", "ClusterRole shop allows every verb");
        assertThat(result.out() + result.err()).doesNotContain(TOKEN);
    }

    @Test
    void whatACommandLineSwitchesOnIsInstalled() throws IOException {
        write(
                "app/values.yaml",
                "part: {a: '', b: ''}\nrole: {verbs: [get]}\nchaos: {enabled: false}\n");
        write(
                "app/templates/chaos.yaml",
                """
                {{ if .Values.chaos.enabled }}
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: {{ .Release.Name }}-chaos}
                rules: [{apiGroups: [""], resources: [pods/exec], verbs: [create]}]
                {{ end }}
                """);
        write(
                "deploy.sh",
                "helm upgrade --install shop ./app -n shop --set chaos.enabled=true,x.y=1\n");

        Result result = Program.run(tree, "scan", ".", "--no-color", "--only", "policies");

        assertThat(result.out()).contains("ClusterRole shop-chaos may use pods/exec");
    }

    @Test
    void whatAChartComesToIsPrintedAndWhatFailsIsNamed() throws IOException {
        write("app/charts/lib/Chart.yaml", "name: lib\nversion: 1.2.0\ntype: library\n");
        write("app/charts/lib/templates/_n.tpl", "{{ define \"lib.name\" }}n{{ end }}");
        write("app/templates/bad.yaml", "a: 1\nb: {{ .Values.no.such }}\n");

        Result result =
                Program.run(
                        tree, "render", "app", "-f", "live.yaml", "--release", "shop", "-n", "ns");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out())
                .startsWith("---\n# Source: app/templates/all.yaml\n")
                .contains("metadata: {name: shop}\n", "  verbs: [\"*\"]\n");
        assertThat(result.err())
                .isEqualTo("hushgate: templates/bad.yaml:2: nil pointer evaluating .such\n");
    }

    @Test
    void aPackageIsRenderedToo() throws IOException {
        Files.delete(tree.resolve("deploy.sh"));
        Path packed = tree.resolve("other-1.0.0.tgz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            entry(tar, "other/Chart.yaml", "apiVersion: v2\nname: other\nversion: 1.0.0\n");
            entry(tar, "other/values.yaml", "verbs: ['*']\n");
            entry(
                    tar,
                    "other/templates/r.yaml",
                    """
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: ClusterRole
                    metadata: {name: packed}
                    rules: [{apiGroups: [""], resources: [secrets], verbs: {{ toJson .Values.verbs }}}]
                    """);
        }
        try (OutputStream out = Files.newOutputStream(packed)) {
            bytes.writeTo(out);
        }

        Result result = Program.run(tree, "scan", ".", "--only", "policies", "--no-color");

        assertThat(result.out())
                .contains("other-1.0.0.tgz!other/templates/r.yaml:4", "ClusterRole packed");
    }

    private static void entry(TarArchiveOutputStream tar, String name, String text)
            throws IOException {
        byte[] content = text.getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
