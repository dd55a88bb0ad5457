package io.hushgate.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hushgate.core.Limits;
import io.hushgate.source.Collected;
import io.hushgate.source.SourceProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySourceTest {
    @TempDir Path directory;

    private void write(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Collected read(Selection selection) {
        return Collected.of(DirectorySource.of(directory, "", selection, Limits.DEFAULT));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, () -> String.join(" ", command) + ": " + output);
        return output;
    }

    @Test
    void readsEveryFileOnceWhateverTheNumberOfWorkers() throws IOException {
        for (int i = 0; i < 500; i++) {
            write("d" + i % 20 + "/e" + i % 3 + "/f" + i, "content " + i);
        }
        write("empty", "");
        Collected one = Collected.of(source("x"), 1);
        Collected four = Collected.of(source("x"), 4);
        assertThat(one.texts()).hasSize(501).containsEntry("x/d3/e2/f23", "content 23");
        assertThat(four.texts()).isEqualTo(one.texts());
        assertThat(four.coverage()).isEqualTo(one.coverage());
        assertThat(four.twice()).isEmpty();
        assertThat(one.coverage().artifacts()).isEqualTo(501);
        assertThat(one.coverage().bytes()).isEqualTo(10 * 9 + 90 * 10 + 400 * 11);
    }

    @Test
    void readsTheFilesThatWereSeenAgain() throws IOException {
        write("a/stays", "x");
        write("a/goes", "y");
        DirectorySource source = source("");
        Collected first = Collected.of(source);
        Files.delete(directory.resolve("a/goes"));
        write("a/comes", "z");

        Collected again = Collected.of(source.again());
        assertThat(first.texts()).containsOnlyKeys("a/stays", "a/goes");
        assertThat(again.texts()).containsOnlyKeys("a/stays");
        assertThat(again.skipped()).isEmpty();
        assertThat(Collected.of(source.again().again()).texts()).containsOnlyKeys("a/stays");
    }

    private DirectorySource source(String shownAs) {
        return DirectorySource.of(directory, shownAs, Selection.EVERYTHING, Limits.DEFAULT);
    }

    @Test
    void opensNothingButFiles() throws IOException, InterruptedException {
        write("file", "x");
        run("mkfifo", directory.resolve("pipe").toString());
        run("mknod", directory.resolve("endless").toString(), "c", "1", "5");
        Collected read = read(Selection.EVERYTHING);
        assertThat(read.texts()).containsOnlyKeys("file");
        assertThat(read.skipped()).containsExactly("endless NOT_A_FILE", "pipe NOT_A_FILE");
        assertThat(read.coverage().isComplete()).isTrue();
    }

    @Test
    void followsNoLinkAndSaysWhereItLeads(@TempDir Path outside) throws IOException {
        write("a/file", "x");
        Files.writeString(outside.resolve("other"), "y");
        link("to-file", directory.resolve("a/file"));
        link("out", outside.resolve("other"));
        link("a/up", Path.of(".."));
        link("self", Path.of("self"));
        link("gone", Path.of("nowhere"));
        Collected read = read(Selection.EVERYTHING);
        assertThat(read.texts()).containsOnlyKeys("a/file");
        assertThat(read.skipped())
                .containsExactly(
                        "a/up LINK_LOOP", "gone NOT_A_FILE", "out LINK_OUTSIDE", "self LINK_LOOP");
    }

    private void link(String path, Path to) throws IOException {
        Files.createSymbolicLink(directory.resolve(path), to);
    }

    @Test
    void keepsNamesOfEveryKind() throws IOException, InterruptedException {
        write("two\nlines", "1");
        write("gr\u00fcn", "2");
        run("sh", "-c", "printf 3 > \"$(printf 'no-utf8-\\377')\"");
        run("sh", "-c", "printf 4 > \"$(printf 'no-utf8-\\376')\"");
        assertThat(read(Selection.EVERYTHING).texts())
                .containsEntry("two\nlines", "1")
                .containsEntry("gr\u00fcn", "2")
                .containsEntry("no-utf8-\\xff", "3")
                .containsEntry("no-utf8-\\xfe", "4");
    }

    @Test
    void readsWhatGitSees() throws IOException, InterruptedException {
        run("git", "init", "-q");
        write(".gitignore", "*.log\n/build/\n!keep.log\nout\n");
        write("sub/.gitignore", "secret\n!*.log\n*.tmp\n");
        for (String path :
                List.of(
                        "a.log",
                        "keep.log",
                        "build/x",
                        "sub/build/x",
                        "sub/secret",
                        "sub/b.log",
                        "sub/c.tmp",
                        "out/tracked",
                        "out/untracked",
                        "out/deep/tracked2",
                        "plain")) {
            write(path, path);
        }
        write(".git/info/exclude", "plain\n");
        run("git", "add", "-f", "out/tracked", "out/deep/tracked2", "a.log");
        Set<String> expected =
                new TreeSet<>(
                        List.of(
                                run("git", "ls-files", "-co", "--exclude-standard", "-z")
                                        .split("\0")));
        assertThat(expected).contains("out/tracked", "sub/b.log").doesNotContain("plain");
        assertThat(read(Selection.AS_GIT_SEES_IT).texts().keySet()).isEqualTo(expected);
        assertThat(read(Selection.EVERYTHING).texts().keySet()).contains("plain", "build/x");

        Collected below =
                Collected.of(
                        DirectorySource.of(
                                directory.resolve("sub"),
                                "sub",
                                Selection.AS_GIT_SEES_IT,
                                Limits.DEFAULT));
        assertThat(below.texts().keySet())
                .isEqualTo(
                        new TreeSet<>(
                                expected.stream().filter(p -> p.startsWith("sub/")).toList()));
    }

    @Test
    void repositoriesInsideOfARepositoryAreNamedAndElsewhereEntered()
            throws IOException, InterruptedException {
        write("plain/file", "x");
        write("repo/.gitignore", "ignored\n");
        write("repo/ignored", "x");
        write("repo/seen", "x");
        write("repo/inner/file", "x");
        run("git", "init", "-q", "repo");
        run("git", "init", "-q", "repo/inner");
        Collected read = read(Selection.AS_GIT_SEES_IT);
        assertThat(read.texts().keySet())
                .containsExactlyInAnyOrder("plain/file", "repo/.gitignore", "repo/seen");
        assertThat(read.skipped()).containsExactly("repo/inner/ SUBMODULE");
        assertThat(read(Selection.EVERYTHING).texts()).containsKey("repo/inner/file");
    }

    @Test
    void neverReadsDotGit() throws IOException {
        write(".git/config", "x");
        write("a/.git", "gitdir: /nowhere\n");
        write("a/file", "x");
        Collected read = read(Selection.AS_GIT_SEES_IT);
        assertThat(read.texts()).containsOnlyKeys("a/file");
        assertThat(read.skipped()).containsExactly("a/.git MALFORMED");
    }

    @Test
    void aTargetThatIsNotThereIsAUserError() {
        assertThatThrownBy(() -> source(directory.resolve("nowhere")))
                .isInstanceOf(SourceProblem.class)
                .hasMessageEndingWith("nowhere: it does not exist; check the path");
    }

    private static DirectorySource source(Path path) {
        return DirectorySource.of(path, "", Selection.EVERYTHING, Limits.DEFAULT);
    }

    @Test
    void readsOneFileByItsName() throws IOException {
        write("a/file", "content");
        Collected read = Collected.of(FileSource.of(directory.resolve("a/file"), "a/file"));
        assertThat(read.texts()).containsEntry("a/file", "content");
        assertThatThrownBy(() -> FileSource.of(directory, "."))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("no regular file");
    }

    @Test
    void readsStandardInputAndSaysWhenItBreaksOff() {
        InputStream good =
                new ByteArrayInputStream("x".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        assertThat(Collected.of(StandardInputSource.of(good)).texts().get("<stdin>"))
                .hasSize(5_000);
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken pipe");
                    }
                };
        assertThat(Collected.of(StandardInputSource.of(broken)).skipped())
                .containsExactly("<stdin> UNREADABLE");
    }
}
