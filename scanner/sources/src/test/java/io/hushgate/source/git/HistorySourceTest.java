package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Attribution;
import io.hushgate.core.Copies;
import io.hushgate.core.Lineage;
import io.hushgate.source.Collected;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySourceTest {
    @TempDir Path directory;
    private Git git;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory);
    }

    /** A history that was read, to ask for the place of a text. */
    private static final class Read {
        private final HistorySource source;
        private final Collected collected;

        Read(Git git) {
            source = HistorySource.of(git.open());
            collected = Collected.of(source, 2);
        }

        Attribution where(String text) {
            Set<Address> found = new java.util.HashSet<>();
            collected
                    .bytes()
                    .forEach((address, bytes) -> {
                        if (new String(bytes).contains(text)) {
                            found.add(address);
                        }
                    });
            assertThat(found).as("artifacts with %s", text).hasSize(1);
            return source.attribute(found, Workers.ONE).get(found.iterator().next());
        }
    }

    @Test
    void everyReachableBlobComesOnceLooseAndPacked() {
        for (int i = 0; i < 40; i++) {
            git.add("a/f" + i % 7, "version " + i + "\n" + "line\n".repeat(i)).commit("c" + i);
        }
        assertSameAsGit(git);
        git.run("repack", "-adq", "--depth=10");
        git.add("b", "loose again\n").commit("more");
        assertSameAsGit(git);
        git.run("repack", "-dq");
        git.add("c", "third\n").commit("more");
        git.run("multi-pack-index", "write");
        assertSameAsGit(git);
    }

    static void assertSameAsGit(Git git) {
        Collected read = Collected.of(HistorySource.of(git.open()), 3);
        assertThat(read.twice()).isEmpty();
        assertThat(read.coverage().isComplete()).as("%s", read.skipped()).isTrue();
        Set<String> expected = new TreeSet<>();
        Set<String> commits = new TreeSet<>();
        String all =
                git.run(
                        "cat-file",
                        "--batch-all-objects",
                        "--batch-check=%(objecttype) %(objectname)");
        for (String line : all.split("\n")) {
            String[] words = line.split(" ");
            if (words[0].equals("blob")) {
                expected.add(words[1]);
            } else if (words[0].equals("commit")) {
                commits.add(words[1]);
            }
        }
        Set<String> blobs = new TreeSet<>();
        Set<String> messages = new TreeSet<>();
        read.bytes()
                .forEach((address, bytes) -> {
                    switch (address) {
                        case Address.GitObject(var id) -> {
                            blobs.add(id);
                            assertThat(bytes).as(id).isEqualTo(git.bytes("cat-file", "blob", id));
                        }
                        case Address.CommitMessage(var id) -> messages.add(id);
                        default -> {}
                    }
                });
        assertThat(blobs).isEqualTo(expected);
        assertThat(messages).isEqualTo(commits);
        assertThat(read.coverage().commits())
                .isEqualTo(Integer.parseInt(git.run("rev-list", "--all", "--count")));
        Collected alone = Collected.of(HistorySource.of(git.open()), 1);
        assertThat(alone.coverage()).isEqualTo(read.coverage());
        assertThat(alone.texts()).isEqualTo(read.texts());
    }

    @Test
    void saysWhatAVersionWasMadeFrom() {
        String lines = "a line of a file that is long enough to be worth a copy\n".repeat(40);
        for (int i = 0; i < 30; i++) {
            git.add("f", lines + "version " + i + "\n" + lines + i + lines).commit("c" + i);
        }
        git.run("repack", "-adfq", "--depth=10");
        AtomicInteger related = new AtomicInteger();
        HistorySource.of(git.open())
                .read(
                        Workers.ONE,
                        () ->
                                (artifact, _) -> {
                                    if (artifact instanceof Artifact.InMemory blob) {
                                        related.addAndGet(related(blob));
                                    }
                                });
        assertThat(related).hasValueGreaterThan(20);
    }

    /** Holds every copy against the bytes that its base had, and keeps its own. */
    private static int related(Artifact.InMemory blob) {
        Lineage lineage = blob.lineage();
        int known = 0;
        if (lineage.base() != null) {
            byte[] base = lineage.base().note(byte[].class);
            Copies copies = lineage.copies();
            assertThat(copies.baseLength()).isEqualTo(base.length);
            for (int i = 0; i < copies.count(); i++) {
                int from = copies.from(i);
                int to = copies.to(i);
                int length = copies.length(i);
                assertThat(Arrays.equals(base, from, from + length, blob.bytes(), to, to + length))
                        .isTrue();
                known = 1;
            }
        }
        if (lineage.own() != null) {
            lineage.own().leave(Arrays.copyOf(blob.bytes(), blob.to()));
        }
        return known;
    }

    @Test
    void findsWhatOnlyAMergeBrings() {
        git.add("f", "base\n").commit("base");
        git.run("checkout", "-q", "-b", "other");
        git.add("g", "other\n").commit("other");
        git.run("checkout", "-q", "main");
        git.add("h", "main\n").commit("main");
        git.run("merge", "-q", "--no-commit", "other");
        git.add("f", "base\nevil merge\n");
        String merge = git.commit("merge");
        git.add("f", "clean\n").commit("after");
        Attribution where = new Read(git).where("evil merge");
        assertThat(where.first().id()).isEqualTo(merge);
        assertThat(where.last().id()).isEqualTo(merge);
        assertThat(where.paths()).containsExactly("f");
        assertThat(where.inHead()).isFalse();
        assertThat(where.refs()).isEmpty();
    }

    @Test
    void findsWhatOnlyATagKeepsOfADeletedBranch() {
        git.add("f", "base\n").commit("base");
        git.run("checkout", "-q", "-b", "gone");
        String leak = git.add("deep/er/f", "leaked\n").commit("leak");
        git.run("tag", "v1");
        git.run("checkout", "-q", "main");
        git.run("branch", "-qD", "gone");
        Attribution where = new Read(git).where("leaked");
        assertThat(where.first().id()).isEqualTo(leak);
        assertThat(where.first().author()).isEqualTo("Ada <ada@example.com>");
        assertThat(where.paths()).containsExactly("deep/er/f");
        assertThat(where.refs()).containsExactly("v1");
        assertThat(where.inHead()).isFalse();
    }

    @Test
    void findsStashesNewAndOld() {
        git.add("f", "base\n").commit("base");
        git.write("f", "first stash\n").run("stash", "push", "-q");
        git.write("f", "second stash\n").run("stash", "push", "-q");
        Read read = new Read(git);
        assertThat(read.where("first stash").paths()).containsExactly("f");
        assertThat(read.where("second stash").refs()).contains("stash");
    }

    @Test
    void findsWhatIsOnlyInMessages() {
        git.add("f", "base\n");
        String commit = git.commit("subject\n\npassword in a message");
        git.run("tag", "-a", "-m", "password in a tag", "v1");
        git.run("tag", "-a", "-m", "tag of a tag", "v2", "v1");
        Read read = new Read(git);
        assertThat(read.collected.texts())
                .containsEntry(commit + ":<message>", "subject\n\npassword in a message\n")
                .containsEntry("tag v1:<message>", "password in a tag\n")
                .containsEntry("tag v2:<message>", "tag of a tag\n");
        assertThat(read.where("password in a message").first().id()).isEqualTo(commit);
        assertThat(read.where("password in a tag").first().author())
                .isEqualTo("Grace <grace@example.com>");
    }

    @Test
    void whatNoRefLeadsToHasNoPlace() {
        git.add("f", "base\n").commit("base");
        git.add("f", "thrown away\n").commit("thrown away commit");
        git.run("reset", "-q", "--hard", "HEAD~");
        Read read = new Read(git);
        assertThat(read.where("thrown away\n")).isNull();
        assertThat(read.where("thrown away commit")).isNull();
        assertThat(read.collected.coverage().commits()).isEqualTo(1);
    }

    @Test
    void toldApartByFirstLastHeadPathsAndRefs() {
        String first = git.add("a", "moving\n").commit("1");
        git.run("branch", "old");
        git.run("mv", "a", "b");
        git.commit("2");
        git.add("dir/c", "moving\n");
        String last = git.commit("3");
        Attribution where = new Read(git).where("moving");
        assertThat(where.first().id()).isEqualTo(first);
        assertThat(where.last().id()).isEqualTo(last);
        assertThat(where.paths()).containsExactly("a", "b", "dir/c");
        assertThat(where.inHead()).isTrue();
        assertThat(where.refs()).containsExactly("main", "old");
    }

    @Test
    void agreesWithGitLogOnEveryBlob() {
        git.add("start", "start\n").commit("start");
        for (int i = 0; i < 30; i++) {
            git.run("checkout", "-q", "-B", "b" + i % 4);
            git.add("d" + i % 3 + "/f" + i % 5, "content " + i % 11 + "\n").commit("c" + i);
            if (i % 5 == 4) {
                git.run("merge", "-q", "-s", "ours", "-m", "m" + i, "b1");
            }
        }
        HistorySource source = HistorySource.of(git.open());
        Collected read = Collected.of(source, 2);
        Map<Address, Attribution> all = source.attribute(read.bytes().keySet(), new Workers(2));
        for (String commit : git.run("rev-list", "--all").split("\n")) {
            for (String line : git.run("ls-tree", "-r", commit).split("\n")) {
                String blob = line.split("[ \t]")[2];
                Attribution where = all.get(new Address.GitObject(blob));
                assertThat(where.paths()).contains(line.split("\t")[1]);
                long time = Long.parseLong(git.run("show", "-s", "--format=%ct", commit));
                assertThat(where.first().time().getEpochSecond()).isLessThanOrEqualTo(time);
                assertThat(where.last().time().getEpochSecond()).isGreaterThanOrEqualTo(time);
            }
        }
    }

    @Test
    void readsSha256() {
        Git sha256 = Git.init(directory.resolve("sha256"), "--object-format=sha256");
        for (int i = 0; i < 20; i++) {
            sha256.add("f", "line\n".repeat(50) + i).commit("c" + i);
        }
        assertSameAsGit(sha256);
        sha256.run("gc", "-q");
        assertSameAsGit(sha256);
    }

    @Test
    void readsBareRepositoriesAlternatesAndLinkedWorkTrees(@TempDir Path other) {
        git.add("f", "one\n").commit("c");
        git.run("clone", "-q", "--bare", "--shared", ".", other.resolve("bare").toString());
        Git bare = Git.in(other.resolve("bare"));
        assertThat(Collected.of(HistorySource.of(bare.open())).texts()).hasSize(2);

        git.run("worktree", "add", "-q", "--detach", other.resolve("tree").toString());
        Git tree = Git.in(other.resolve("tree"));
        String detached = tree.add("g", "only in the other work tree\n").commit("detached");
        Attribution where = new Read(git).where("only in the other");
        assertThat(where.first().id()).isEqualTo(detached);
    }

    @Test
    void aShallowCloneIsIncompleteAndSaysWhere(@TempDir Path other) {
        git.add("f", "one\n").commit("1");
        String second = git.add("f", "two\n").commit("2");
        String url = "file://" + directory;
        git.run("clone", "-q", "--depth=1", url, other.resolve("shallow").toString());
        Collected read = Collected.of(HistorySource.of(Git.in(other.resolve("shallow")).open()));
        assertThat(read.skipped()).containsExactly("commit " + second + " SHALLOW");
        assertThat(read.coverage().isComplete()).isFalse();
        assertThat(read.coverage().commits()).isEqualTo(1);
    }

    @Test
    void aPartialCloneNamesWhatItLacks(@TempDir Path other) {
        git.add("f", "one\n").commit("1");
        git.add("f", "two\n").commit("2");
        git.run("config", "uploadpack.allowFilter", "true");
        String url = "file://" + directory;
        git.run("clone", "-q", "--bare", "--filter=blob:none", url, other.resolve("p").toString());
        Collected read = Collected.of(HistorySource.of(Git.in(other.resolve("p")).open()));
        assertThat(read.skipped())
                .containsExactlyInAnyOrder(
                        "object " + git.run("rev-parse", "HEAD:f") + " MISSING_OBJECT",
                        "object " + git.run("rev-parse", "HEAD~:f") + " MISSING_OBJECT");
    }

    @Test
    void answersTheSameWhenItLookedForMissingBlobsAsWell() throws IOException {
        git.add("a/f", "kept\n").commit("1");
        git.add("g", "lost\n").commit("2");
        Address kept = new Address.GitObject(git.run("rev-parse", "HEAD:a/f"));
        Address message = new Address.CommitMessage(git.run("rev-parse", "HEAD~"));
        Set<Address> asked = Set.of(kept, message);
        HistorySource whole = HistorySource.of(git.open());
        assertThat(Collected.of(whole).skipped()).isEmpty();
        String lost = git.run("rev-parse", "HEAD:g");
        delete(lost);
        HistorySource lacking = HistorySource.of(git.open(), () -> asked);
        assertThat(Collected.of(lacking).skipped())
                .containsExactly("object " + lost + " MISSING_OBJECT");
        assertThat(lacking.attribute(asked, Workers.ONE))
                .isEqualTo(whole.attribute(asked, Workers.ONE))
                .containsOnlyKeys(asked);
        assertThat(lacking.attribute(Set.of(kept), Workers.ONE)).containsOnlyKeys(kept);
    }

    @Test
    void aMissingBlobOfAnUnreachableTreeIsNoLoss() throws IOException {
        git.add("f", "base\n").commit("base");
        git.add("f", "thrown away\n").commit("x");
        String blob = git.run("rev-parse", "HEAD:f");
        git.run("reset", "-q", "--hard", "HEAD~");
        delete(blob);
        assertThat(Collected.of(HistorySource.of(git.open())).skipped()).isEmpty();
    }

    @Test
    void goesOnAfterAMissingParentTreeAndBlob() throws IOException {
        git.add("f", "one\n").commit("1");
        git.add("d/f", "two\n").commit("2");
        git.add("d/f", "three\n").add("g", "four\n").commit("3");
        String parent = git.run("rev-parse", "HEAD~2");
        String tree = git.run("rev-parse", "HEAD~:d");
        String blob = git.run("rev-parse", "HEAD:g");
        delete(parent);
        delete(tree);
        delete(blob);
        Collected read = Collected.of(HistorySource.of(git.open()), 2);
        assertThat(read.skipped())
                .containsExactlyInAnyOrder(
                        "object " + parent + " MISSING_OBJECT",
                        "object " + tree + " MISSING_OBJECT",
                        "object " + blob + " MISSING_OBJECT");
        assertThat(read.texts()).containsValue("three\n").containsValue("one\n");
    }

    private void delete(String id) throws IOException {
        Files.delete(
                directory.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    }

    @Test
    void aTreeThatRepeatsItselfIsReadInTime() {
        String blob = git.runWith("at the bottom\n", "hash-object", "-w", "--stdin");
        String entry = "100644 blob " + blob;
        String tree = "";
        for (int level = 0; level < 30; level++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                lines.append(entry).append('\t').append("n").append(i).append('\n');
            }
            tree = git.runWith(lines.toString(), "mktree");
            entry = "040000 tree " + tree;
        }
        String commit = git.run("commit-tree", "-m", "bomb", tree);
        git.run("update-ref", "refs/heads/main", commit);
        Attribution where = new Read(git).where("at the bottom");
        assertThat(where.paths()).hasSize(64);
    }

    @Test
    void emptyRepositoriesHaveNothing() {
        Collected read = Collected.of(HistorySource.of(git.open()));
        assertThat(read.texts()).isEmpty();
        assertThat(read.coverage().commits()).isZero();
        assertThat(read.coverage().isComplete()).isTrue();
    }
}
