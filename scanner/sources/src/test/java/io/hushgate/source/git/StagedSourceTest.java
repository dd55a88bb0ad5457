package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.source.Collected;
import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedSourceTest {
    @TempDir Path directory;
    private Git git;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory);
    }

    private Collected staged() {
        return Collected.of(StagedSource.of(git.open()));
    }

    @Test
    void beforeTheFirstCommitEverythingStagedIsNew() {
        git.add("a/b.txt", "one\ntwo\n").write("untracked", "x");
        assertThat(staged().added()).containsOnly(entry("a/b.txt", "one", "two"));
    }

    @Test
    void onlyAddedLinesOfAChangedFileAreNew() {
        git.add("f", "one\ntwo\nthree\n").add("same", "x\n").commit("c");
        git.add("f", "one\nnew\nthree\n");
        assertThat(staged().added()).containsOnly(entry("f", "new"));
    }

    @Test
    void deliversWhatIsStagedAndNotWhatLiesInTheWorkTree() {
        git.add("f", "staged\n").write("f", "edited later\n");
        assertThat(staged().texts())
                .containsOnly(org.assertj.core.api.Assertions.entry("f", "staged\n"));
    }

    @Test
    void changedLineEndsAddNothing() {
        git.add("f", "one\ntwo\n").commit("c");
        git.add("f", "one\r\ntwo\r\n");
        assertThat(staged().added()).containsOnly(entry("f"));
    }

    @Test
    void aFileThatMovesAddsNothingAndOneThatMovesAndChangesAddsItsNewLines() {
        git.add("old/a", "one\n").add("old/b", "one\ntwo\n").commit("c");
        git.run("mv", "old", "new");
        git.add("new/b", "one\ntwo\nthree\n");
        assertThat(staged().added()).containsOnly(entry("new/b", "three"));
    }

    @Test
    void aFileInPlaceOfADirectoryAndTheReverseAreNew() throws IOException {
        git.add("a/b", "one\n").add("c", "two\n").commit("c");
        git.run("rm", "-rq", "a", "c");
        git.add("a", "three\n").add("c/d", "four\n");
        assertThat(staged().added()).containsOnly(entry("a", "three"), entry("c/d", "four"));
    }

    @Test
    void anAnnouncedFileIsNotCommitted() {
        git.write("later", "x\n").run("add", "-N", "later");
        assertThat(staged().texts()).isEmpty();
    }

    @Test
    void aConflictIsNamedBecauseItCannotBeCommitted() {
        git.add("f", "base\n").commit("base");
        git.run("checkout", "-q", "-b", "other");
        git.add("f", "theirs\n").commit("theirs");
        git.run("checkout", "-q", "main");
        git.add("f", "ours\n").commit("ours");
        String conflicted = git.runWith("", "merge-tree", "--write-tree", "main", "other^");
        assertThat(conflicted).isNotEmpty();
        String base = git.run("rev-parse", "main~:f");
        git.runWith(
                "0 0000000000000000000000000000000000000000\tf\n100644 "
                        + base
                        + " 1\tf\n100644 "
                        + base
                        + " 2\tf\n",
                "update-index",
                "--index-info");
        assertThat(staged().skipped()).containsExactly("f UNREADABLE");
        assertThat(staged().coverage().isComplete()).isFalse();
    }

    @Test
    void duringAMergeOnlyWhatNeitherSideHasIsNew() throws IOException {
        git.add("f", "base\n").commit("base");
        git.run("checkout", "-q", "-b", "other");
        git.add("theirs", "theirs\n").commit("theirs");
        git.run("checkout", "-q", "main");
        git.add("ours", "ours\n").commit("ours");
        git.run("merge", "-q", "--no-commit", "other");
        git.add("theirs", "theirs\nevil\n");
        assertThat(staged().added()).containsOnly(entry("theirs", "evil"));
    }

    @Test
    void aSubmoduleIsNamed() {
        git.add("f", "x\n").commit("c");
        String commit = git.run("rev-parse", "HEAD");
        git.run("update-index", "--add", "--cacheinfo", "160000," + commit + ",module");
        assertThat(staged().skipped()).containsExactly("module SUBMODULE");
        assertThat(staged().coverage().isComplete()).isTrue();
    }

    @Test
    void aMissingBlobIsNamed() throws IOException {
        git.add("f", "x\n");
        String id = git.run("rev-parse", ":f");
        Path object =
                directory.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        Files.delete(object);
        assertThat(staged().skipped()).containsExactly("f MISSING_OBJECT");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void readsEveryVersionOfTheIndex(int version) {
        for (int i = 0; i < 300; i++) {
            git.write("dir" + i % 7 + "/sub/file" + i, i + "\n");
        }
        git.run("add", ".");
        git.commit("c");
        git.add("dir3/sub/file3", "3\nmore\n").add("dir3/zzz", "new\n");
        if (version == 3) {
            git.run("update-index", "--skip-worktree", "dir1/sub/file1");
        } else {
            git.run("update-index", "--index-version", Integer.toString(version));
        }
        assertThat(staged().added())
                .containsOnly(entry("dir3/sub/file3", "more"), entry("dir3/zzz", "new"));
    }

    @Test
    void readsASplitIndex() {
        for (int i = 0; i < 50; i++) {
            git.write("f" + i, i + "\n");
        }
        git.run("add", ".");
        git.commit("c");
        git.run("update-index", "--split-index");
        git.run("config", "splitIndex.maxPercentChange", "100");
        git.add("f3", "3\nmore\n").add("f300", "new\n").run("rm", "-q", "f7");
        assertThat(staged().added()).containsOnly(entry("f3", "more"), entry("f300", "new"));
    }

    @Test
    void readsASparseIndex() {
        git.add("in/f", "1\n").add("out/deep/f", "2\n").add("out/g", "3\n").commit("c");
        git.run("sparse-checkout", "init", "--cone", "--sparse-index");
        git.run("sparse-checkout", "set", "in");
        git.add("in/f", "1\nmore\n");
        assertThat(staged().added()).containsOnly(entry("in/f", "more"));
        git.run(
                "reset",
                "-q",
                "--soft",
                git.runWith(
                        "", "commit-tree", "-m", "x", "4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
        assertThat(staged().added().keySet()).contains("in/f", "out/deep/f", "out/g");
    }

    @Test
    void aDamagedIndexIsAUserError() throws IOException {
        git.add("f", "x\n");
        Path index = directory.resolve(".git/index");
        byte[] bytes = Files.readAllBytes(index);
        Files.write(index, java.util.Arrays.copyOf(bytes, 60));
        assertThatThrownBy(this::staged)
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("index is damaged");
    }

    @Test
    void worksFromAPackAndInALinkedWorkTree(@TempDir Path other) {
        git.add("f", "one\n").commit("c");
        git.run("gc", "-q");
        Path tree = other.resolve("tree");
        git.run("worktree", "add", "-q", tree.toString());
        Git linked = Git.in(tree);
        linked.add("f", "one\ntwo\n");
        Collected staged = Collected.of(StagedSource.of(linked.open()));
        assertThat(staged.added()).containsOnly(entry("f", "two"));
        assertThat(staged().texts()).isEmpty();
    }

    @Test
    void worksWithSha256() {
        Git sha256 = Git.init(directory.resolve("sha256"), "--object-format=sha256");
        sha256.add("f", "one\n").commit("c");
        sha256.add("f", "one\ntwo\n");
        assertThat(Collected.of(StagedSource.of(sha256.open())).added())
                .containsOnly(entry("f", "two"));
    }

    @Test
    void namesThatAreNoUtf8StayApart() throws IOException {
        git.runWith(
                "100644 blob " + git.runWith("1\n", "hash-object", "-w", "--stdin") + "\tx\ty\n",
                "update-index",
                "--index-info");
        assertThat(staged().texts()).containsKey("x\ty");
    }

    private static java.util.Map.Entry<String, List<String>> entry(String path, String... lines) {
        return org.assertj.core.api.Assertions.entry(path, List.of(lines));
    }
}
