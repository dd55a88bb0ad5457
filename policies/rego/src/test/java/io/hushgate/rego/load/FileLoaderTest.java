package io.hushgate.rego.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLoaderTest {
    @TempDir Path root;

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Loaded load(Placement placement) {
        return new FileLoader(placement, LoadLimits.DEFAULT).add(root, List.of()).load();
    }

    @Test
    void placesDataByDirectory() throws IOException {
        write("a/b/values.json", "{\"x\": 1}");
        write("a/other.yaml", "w: [2]\nz: yes\n");
        write("top.yml", "t: 3");
        assertThat(load(Placement.BY_DIRECTORY).data())
                .hasToString("{\"a\": {\"b\": {\"x\": 1}, \"w\": [2], \"z\": true}, \"t\": 3}");
    }

    @Test
    void placesDataAtTheRootForConftest() throws IOException {
        write("a/b/values.json", "{\"x\": 1}");
        write("c/more.json", "{\"y\": 2}");
        assertThat(load(Placement.AT_ROOT).data()).hasToString("{\"x\": 1, \"y\": 2}");
    }

    @Test
    void ordersModulesByNameAndTellsTests() throws IOException {
        write("b.rego", "package b");
        write("a_test.rego", "package a_test");
        List<SourceFile> modules = load(Placement.BY_DIRECTORY).modules();
        assertThat(modules).extracting(SourceFile::isTest).containsExactly(true, false);
        assertThat(modules)
                .extracting(SourceFile::text)
                .containsExactly("package a_test", "package b");
    }

    @Test
    void passesOverHiddenAndOtherFiles() throws IOException {
        write(".git/config.json", "{\"x\": 1}");
        write("README.md", "# no policy");
        assertThat(load(Placement.BY_DIRECTORY).data().size()).isZero();
    }

    @Test
    void takesAPrefixFromThePath() throws IOException {
        Path file = write("values.json", "{\"x\": 1}");
        Loaded loaded =
                new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT)
                        .add("team.settings:" + file)
                        .load();
        assertThat(loaded.data()).hasToString("{\"team\": {\"settings\": {\"x\": 1}}}");
    }

    @Test
    void namesBothFilesOfAConflict() throws IOException {
        write("a.json", "{\"k\": {\"x\": 1}}");
        write("b.json", "{\"k\": {\"x\": 2}}");
        assertThatThrownBy(() -> load(Placement.BY_DIRECTORY))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("b.json: merge error: data[\"k\"][\"x\"]")
                .hasMessageContaining("a.json");
    }

    @Test
    void refusesARootThatIsNoObject() throws IOException {
        write("list.json", "[1]");
        assertThatThrownBy(() -> load(Placement.BY_DIRECTORY))
                .hasMessageContaining("list.json: holds array");
    }

    @Test
    void allowsAnyValueBelowTheRoot() throws IOException {
        write("list/any.json", "[1]");
        assertThat(load(Placement.BY_DIRECTORY).data()).hasToString("{\"list\": [1]}");
    }

    @Test
    void namesTheByteThatIsNoUtf8() throws IOException {
        Files.write(root.resolve("bad.rego"), new byte[] {'p', 'a', (byte) 0xff});
        assertThatThrownBy(() -> load(Placement.BY_DIRECTORY))
                .hasMessageContaining("bad.rego: not UTF-8 from byte 2 on");
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        write("bom.json", "\ufeff{\"x\": 1}");
        assertThat(load(Placement.BY_DIRECTORY).data()).hasToString("{\"x\": 1}");
    }

    @Test
    void namesLineAndColumnOfMalformedData() throws IOException {
        write("bad.json", "{\n  \"x\": }\n");
        assertThatThrownBy(() -> load(Placement.BY_DIRECTORY)).hasMessageContaining("bad.json: 2:");
    }

    @Test
    void stopsAtALinkThatLeadsBack() throws IOException {
        write("a/b/x.json", "{}");
        Files.createSymbolicLink(root.resolve("a/b/loop"), root.resolve("a"));
        assertThatThrownBy(() -> load(Placement.BY_DIRECTORY))
                .isInstanceOf(LoadProblem.class)
                .hasMessageContaining("links back to");
    }

    @Test
    void followsLinksSideways() throws IOException {
        Path shared = Files.createDirectories(root.resolve("shared"));
        Files.writeString(shared.resolve("x.json"), "{\"x\": 1}");
        Files.createDirectories(root.resolve("team"));
        Files.createSymbolicLink(root.resolve("team/common"), shared);
        assertThat(load(Placement.BY_DIRECTORY).data())
                .hasToString("{\"shared\": {\"x\": 1}, \"team\": {\"common\": {\"x\": 1}}}");
    }

    @Test
    void saysWhatIsMissing() {
        FileLoader loader = new FileLoader(Placement.BY_DIRECTORY, LoadLimits.DEFAULT);
        assertThatThrownBy(() -> loader.add(root.resolve("nothing.json").toString()))
                .hasMessageContaining("nothing.json: no such file or directory");
    }

    @Test
    void keepsToItsLimits() throws IOException {
        write("a.json", "{\"x\": \"0123456789\"}");
        LoadLimits small = new LoadLimits(10, 5, 100, 4);
        FileLoader loader = new FileLoader(Placement.BY_DIRECTORY, small);
        assertThatThrownBy(() -> loader.add(root, List.of()))
                .hasMessageContaining("more than 5 bytes");
    }
}
