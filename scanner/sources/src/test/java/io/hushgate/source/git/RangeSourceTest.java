package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.source.Collected;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeSourceTest {
    @TempDir Path directory;
    private Git git;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory);
    }

    private Collected between(String from, String to) {
        return Collected.of(RangeSource.between(git.open(), from, to), 2);
    }

    /** Added lines by subject of the commit and path; messages left out. */
    private Map<String, List<String>> added(Source source) {
        Map<String, List<String>> bySubject = new TreeMap<>();
        Collected.of(source)
                .added()
                .forEach((address, lines) -> {
                    String[] parts = address.split(":", 2);
                    if (!parts[1].equals("<message>")) {
                        String subject = git.run("show", "-s", "--format=%s", parts[0]);
                        bySubject.put(subject + ":" + parts[1], lines);
                    }
                });
        return bySubject;
    }

    @Test
    void findsWhatALaterCommitOfTheRangeRemovesAgain() {
        git.add("f", "base\n").commit("base");
        git.add("f", "base\nleak\n").commit("leak");
        git.add("f", "base\nclean\n").commit("clean");
        assertThat(added(RangeSource.between(git.open(), "HEAD~2", "HEAD")))
                .containsOnly(entry("leak:f", "leak"), entry("clean:f", "clean"));
    }

    @Test
    void takesCommitsOfMergedBranchesAndOfTheMergeOnlyWhatItAddsItself() {
        git.add("f", "base\n").commit("base");
        git.run("checkout", "-q", "-b", "side");
        git.add("g", "side\n").commit("side");
        git.run("checkout", "-q", "main");
        git.add("h", "main\n").commit("main");
        git.run("merge", "-q", "--no-commit", "side");
        git.add("g", "side\nevil\n").commit("merge");
        assertThat(added(RangeSource.between(git.open(), "main^1", "main")))
                .containsOnly(entry("side:g", "side"), entry("merge:g", "evil"));
        assertThat(added(RangeSource.between(git.open(), "side", "main")))
                .containsOnly(entry("main:h", "main"), entry("merge:g", "evil"));
    }

    @Test
    void readsMessagesAndCountsCommits() {
        git.commit("base");
        String leak = git.commit("a password in a message");
        Collected read = between("HEAD~", "HEAD");
        assertThat(read.texts()).containsOnlyKeys(leak + ":<message>");
        assertThat(read.coverage().commits()).isEqualTo(1);
    }

    @Test
    void movedFilesAndRevertedFilesAddNothingNew() {
        git.add("a", "one\ntwo\n").commit("base");
        git.run("mv", "a", "b");
        git.commit("move");
        git.add("b", "one\ntwo\nthree\n").commit("change");
        git.add("b", "one\ntwo\n").commit("back");
        git.add("b", "one\ntwo\nthree\n").commit("forth");
        assertThat(added(RangeSource.between(git.open(), "HEAD~4", "HEAD")))
                .containsOnly(entry("change:b", "three"));
    }

    @Test
    void sinceTakesAllRefs() {
        git.add("f", "base\n").commit("base");
        String base = git.run("rev-parse", "HEAD");
        git.run("checkout", "-q", "-b", "side");
        git.add("f", "side\n").commit("side");
        String time = git.run("show", "-s", "--format=%ct", "HEAD");
        git.run("checkout", "-q", "main");
        git.add("f", "main\n").commit("main");
        git.run("tag", "-a", "-m", "x", "v1");
        assertThat(added(RangeSource.since(git.open(), base)))
                .containsOnly(entry("side:f", "side"), entry("main:f", "main"));
        Instant instant = Instant.ofEpochSecond(Long.parseLong(time) + 1);
        assertThat(added(RangeSource.since(git.open(), instant)))
                .containsOnly(entry("main:f", "main"));
    }

    @Test
    void aNewBranchIsComparedWithWhatTheRemoteHas(@TempDir Path other) {
        git.add("f", "base\n").commit("base");
        git.run("clone", "-q", ".", other.resolve("clone").toString());
        git = Git.in(other.resolve("clone"));
        git.add("f", "base\nnew\n").commit("new");
        assertThat(added(RangeSource.notOnRemotes(git.open(), "HEAD")))
                .containsOnly(entry("new:f", "new"));
    }

    @Test
    void aShallowCloneSaysThatEverythingCountsAsNew(@TempDir Path other) {
        git.add("f", "base\n").commit("base");
        String second = git.add("g", "two\n").commit("two");
        String url = "file://" + directory;
        git.run("clone", "-q", "--depth=1", url, other.resolve("shallow").toString());
        git = Git.in(other.resolve("shallow"));
        Collected read = Collected.of(RangeSource.since(git.open(), Instant.EPOCH));
        assertThat(read.skipped()).containsExactly("commit " + second + " SHALLOW");
        assertThat(read.texts().values()).contains("base\n", "two\n");
    }

    @Test
    void understandsWhatUsersWriteForACommit() {
        String first = git.add("f", "1\n").commit("1");
        String second = git.add("f", "2\n").commit("2");
        git.run("tag", "-a", "-m", "x", "v1", first);
        git.run("update-ref", "refs/remotes/origin/main", first);
        git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
        git.run("pack-refs", "--all");
        for (String from :
                List.of(
                        first,
                        first.substring(0, 7),
                        "v1",
                        "main~",
                        "main~1",
                        "HEAD^",
                        "@~",
                        "HEAD^1",
                        "refs/tags/v1",
                        "tags/v1",
                        "v1^{}",
                        "v1^0",
                        "origin/main",
                        "origin")) {
            assertThat(between(from, "main").texts().keySet())
                    .as(from)
                    .containsExactlyInAnyOrder(second + ":<message>", second + ":f");
        }
        for (String wrong :
                List.of("nobody", "main~9", "main^2", "HEAD:f", "", "deadbeef", "../x")) {
            assertThatThrownBy(() -> between(wrong, "main"))
                    .as(wrong)
                    .isInstanceOf(SourceProblem.class)
                    .hasMessageStartingWith(wrong);
        }
    }

    @Test
    void takesTheSameCommitsAsGitInATangledHistory() {
        git.add("f", "0\n").commit("0");
        for (int i = 1; i < 40; i++) {
            if (i % 3 == 0) {
                git.run("checkout", "-q", "-B", "b" + i % 5);
            }
            git.add("f" + i, i + "\n").commit("c" + i);
            if (i % 7 == 0) {
                git.run("merge", "-q", "-s", "ours", "-m", "m" + i, "b" + (i / 7) % 3);
            }
        }
        for (String[] range :
                List.of(
                        new String[] {"b1", "b2"},
                        new String[] {"b0", "b4"},
                        new String[] {"b3", "b1"},
                        new String[] {"main", "b3"})) {
            String expected = git.run("rev-list", range[0] + ".." + range[1], "--count");
            assertThat(between(range[0], range[1]).coverage().commits())
                    .isEqualTo(Long.parseLong(expected));
        }
    }

    @Test
    void readsAFileOfATrustedRevision() {
        git.add("dir/conf.yaml", "a: 1\n").commit("1");
        git.add("dir/conf.yaml", "a: 2\n").commit("2");
        assertThat(git.open().readFile("HEAD~", "dir/conf.yaml"))
                .hasValueSatisfying(bytes -> assertThat(new String(bytes)).isEqualTo("a: 1\n"));
        assertThat(git.open().readFile("HEAD", "dir/none")).isEmpty();
        assertThat(git.open().readFile("HEAD", "dir")).isEmpty();
        assertThat(git.open().commit("HEAD").author()).isEqualTo("Ada <ada@example.com>");
    }

    private static Map.Entry<String, List<String>> entry(String path, String... lines) {
        return org.assertj.core.api.Assertions.entry(path, List.of(lines));
    }
}
