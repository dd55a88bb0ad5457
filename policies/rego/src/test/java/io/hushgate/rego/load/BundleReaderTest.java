package io.hushgate.rego.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {
    private static byte[] archive(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Bundle read(String name, Map<String, String> files) throws IOException {
        return BundleReader.read(
                name, new ByteArrayInputStream(archive(files)), LoadLimits.DEFAULT);
    }

    @Test
    void readsModulesDataAndManifest() throws IOException {
        Bundle bundle =
                read(
                        "b",
                        Map.of(
                                "/.manifest",
                                "{\"revision\": \"r1\", \"roots\": [\"a\"], \"rego_version\": 1}",
                                "/a/data.json",
                                "{\"x\": 1}",
                                "./a/b/data.yaml",
                                "w: 2",
                                "/a/policy.rego",
                                "package a",
                                "/a/ignored.json",
                                "{\"z\": 3}"));
        assertThat(bundle.data()).hasToString("{\"a\": {\"b\": {\"w\": 2}, \"x\": 1}}");
        assertThat(bundle.modules())
                .containsExactly(new SourceFile("b/a/policy.rego", "package a"));
        assertThat(bundle.manifest().revision()).isEqualTo("r1");
        assertThat(bundle.manifest().regoVersion()).hasValue(1);
    }

    @Test
    void refusesDataOutsideOfTheRoots() {
        assertThatThrownBy(() ->
                        read(
                                "b",
                                Map.of(
                                        ".manifest",
                                        "{\"roots\": [\"a/b\"]}",
                                        "data.json",
                                        "{\"a\": {\"c\": 1}}")))
                .hasMessageContaining("do not permit data at path '/a/c'");
    }

    @Test
    void allowsDataAboveARootThatStaysWithin() throws IOException {
        Map<String, String> files =
                Map.of(".manifest", "{\"roots\": [\"a/b\"]}", "data.json", "{\"a\": {\"b\": 1}}");
        assertThat(read("b", files).data()).hasToString("{\"a\": {\"b\": 1}}");
    }

    @Test
    void refusesAPackageOutsideOfTheRoots() throws IOException {
        Bundle bundle =
                read("b", Map.of(".manifest", "{\"roots\": [\"a\"]}", "p.rego", "package ab"));
        assertThatThrownBy(() -> bundle.parse(ParserOptions.V1))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("b/p.rego: manifest roots [a] do not permit 'package ab'");
        Bundle inside =
                read("b", Map.of(".manifest", "{\"roots\": [\"a\"]}", "p.rego", "package a.inner"));
        assertThat(inside.parse(ParserOptions.V1)).hasSize(1);
    }

    @Test
    void parsesInTheVersionOfTheManifest() throws IOException {
        Map<String, String> old = Map.of("p.rego", "package a\np[x] { x := 1 }");
        assertThatThrownBy(() -> read("b", old).parse(ParserOptions.V1))
                .hasMessageContaining("rego_parse_error");
        Map<String, String> marked =
                Map.of(
                        ".manifest",
                        "{\"rego_version\": 0}",
                        "p.rego",
                        "package a\np[x] { x := 1 }");
        assertThat(read("b", marked).parse(ParserOptions.V1)).hasSize(1);
    }

    @Test
    void joinsBundlesWithOtherData() throws IOException {
        Bundle bundle = read("b", Map.of("data.json", "{\"a\": {\"x\": 1}}"));
        RegoObject other = (RegoObject) JsonReader.standard().read("{\"a\": {\"y\": 2}}");
        assertThat(Bundle.data(List.of(bundle), other))
                .hasToString("{\"a\": {\"x\": 1, \"y\": 2}}");
        RegoObject same = (RegoObject) JsonReader.standard().read("{\"a\": {\"x\": 2}}");
        assertThatThrownBy(() -> Bundle.data(List.of(bundle), same))
                .hasMessageContaining("is also set by the data beside the bundles");
    }

    @Test
    void refusesBundlesThatOwnTheSame() throws IOException {
        Bundle first = read("one", Map.of(".manifest", "{\"roots\": [\"a\"]}"));
        Bundle second = read("two", Map.of(".manifest", "{\"roots\": [\"a/b\"]}"));
        Bundle third = read("three", Map.of(".manifest", "{\"roots\": [\"ab\"]}"));
        assertThat(Bundle.data(List.of(first, third), RegoObject.EMPTY))
                .isEqualTo(RegoObject.EMPTY);
        assertThatThrownBy(() -> Bundle.data(List.of(first, second), RegoObject.EMPTY))
                .hasMessageContaining("two: overlaps with bundle one in root 'a/b'");
    }

    @Test
    void refusesRootsThatOverlap() {
        assertThatThrownBy(() -> read("b", Map.of(".manifest", "{\"roots\": [\"a\", \"a/b\"]}")))
                .hasMessageContaining("the roots overlap in 'a/b'");
    }

    @Test
    void refusesNamesThatLeadOut() {
        assertThatThrownBy(() -> read("b", Map.of("../../etc/data.json", "{}")))
                .hasMessageContaining("leads out of the bundle");
    }

    @Test
    void refusesWhatIsNoArchive() {
        byte[] noise = {0x1f, (byte) 0x8b, 1, 2, 3};
        assertThatThrownBy(() ->
                        BundleReader.read("b", new ByteArrayInputStream(noise), LoadLimits.DEFAULT))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("b: is no bundle");
    }

    @Test
    void boundsWhatIsUnpacked() throws IOException {
        byte[] bytes = archive(Map.of("data.json", "{\"x\": \"" + "0".repeat(100_000) + "\"}"));
        LoadLimits small = new LoadLimits(10, 1_000, 1_000, 4);
        assertThatThrownBy(() -> BundleReader.read("b", new ByteArrayInputStream(bytes), small))
                .hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void readsADirectoryLikeAnArchive(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("a"));
        Files.writeString(root.resolve("a/data.json"), "{\"x\": 1}");
        Files.writeString(root.resolve(".manifest"), "{\"roots\": [\"a\"]}");
        Bundle bundle = BundleReader.read(root, LoadLimits.DEFAULT);
        assertThat(bundle.data()).hasToString("{\"a\": {\"x\": 1}}");
        assertThat(bundle.manifest().roots().own("a/x")).isTrue();
    }
}
