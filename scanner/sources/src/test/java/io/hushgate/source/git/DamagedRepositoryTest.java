package io.hushgate.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.Collected;
import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is broken is named, the rest is read, and nothing but what is said here is thrown. */
class DamagedRepositoryTest {
    @TempDir Path directory;
    private Git git;

    @BeforeEach
    void makeRepository() {
        git = Git.init(directory.resolve("repo"));
        for (int i = 0; i < 30; i++) {
            git.add("f" + i % 3, "line of text\n".repeat(100) + i).commit("c" + i);
        }
    }

    private Collected history() {
        return Collected.of(HistorySource.of(git.open()), 2);
    }

    private Path only(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(git.directory().resolve(".git/objects"))) {
            return files.filter(f -> f.getFileName().toString().matches(pattern))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        Path copy = file.resolveSibling("copy");
        Files.write(copy, bytes);
        Files.move(copy, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aTruncatedPackIsNamedAndTheRestIsRead() throws IOException {
        git.run("gc", "-q");
        git.add("new", "still read\n").commit("after");
        Path pack = only("pack-.*pack");
        byte[] bytes = Files.readAllBytes(pack);
        overwrite(pack, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Collected read = history();
        assertThat(read.texts()).containsValue("still read\n");
        assertThat(read.skipped()).contains(pack.getFileName() + " CORRUPT");
        assertThat(read.coverage().skipped())
                .anySatisfy(skip -> {
                    assertThat(skip.address()).startsWith("object ");
                    assertThat(skip.detail()).contains("pack-", "at offset", "git fsck");
                });
    }

    @Test
    void aDamagedEntryTakesOnlyWhatIsBuiltOnIt() throws IOException {
        git.run("gc", "-q");
        Path pack = only("pack-.*pack");
        byte[] bytes = Files.readAllBytes(pack);
        int before = history().texts().size();
        bytes[offset(pack, git.run("rev-parse", "HEAD:f2")) + 8] ^= 0x55;
        overwrite(pack, bytes);
        Collected read = history();
        assertThat(read.coverage().isComplete()).isFalse();
        assertThat(read.texts().size()).isBetween(before - 30, before - 1);
    }

    private int offset(Path pack, String id) {
        String line =
                git.run("verify-pack", "-v", pack.toString())
                        .lines()
                        .filter(each -> each.startsWith(id))
                        .findFirst()
                        .orElseThrow();
        return Integer.parseInt(line.split(" +")[4]);
    }

    @Test
    void aPackWithoutAUsableIndexIsNamed() throws IOException {
        git.run("gc", "-q");
        Path index = only("pack-.*idx");
        overwrite(index, new byte[3_000]);
        String pack = index.getFileName().toString().replace(".idx", ".pack");
        assertThat(history().skipped()).contains(pack + " CORRUPT");
        overwrite(index, new byte[30]);
        assertThat(history().skipped()).contains(index.getFileName() + " CORRUPT");
        Files.delete(index);
        assertThat(history().skipped()).contains(pack + " CORRUPT");
    }

    @Test
    void anIndexWhoseHashDoesNotFitIsNamed() throws IOException {
        git.run("gc", "-q");
        Path index = only("pack-.*idx");
        byte[] bytes = Files.readAllBytes(index);
        int checksums = 8 + 256 * 4 + 20 * ByteBuffer.wrap(bytes).getInt(8 + 255 * 4);
        bytes[checksums] ^= 1; // nobody reads them here
        overwrite(index, bytes);
        assertThat(history().skipped()).containsExactly(index.getFileName() + " CORRUPT");
    }

    @Test
    void aDamagedLooseObjectIsNamed() throws IOException {
        String id = git.run("rev-parse", "HEAD:f1");
        Path object =
                git.directory()
                        .resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        overwrite(object, new byte[] {1, 2, 3});
        assertThat(history().skipped()).containsExactly("object " + id + " CORRUPT");
    }

    @Test
    void aFifoInPlaceOfAnObjectBlocksNothing() throws IOException, InterruptedException {
        Path fan = git.directory().resolve(".git/objects/ab");
        Files.createDirectories(fan);
        Path fifo = fan.resolve("0".repeat(38));
        new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        Path index = git.directory().resolve(".git/index");
        Files.delete(index);
        new ProcessBuilder("mkfifo", index.toString()).start().waitFor();
        assertThat(history().coverage().isComplete()).isTrue();
        assertThat(Collected.of(StagedSource.of(git.open())).texts()).isEmpty();
    }

    @Test
    void aPointerToNowhereIsAUserError() throws IOException {
        Path tree = directory.resolve("tree");
        Files.createDirectories(tree);
        Files.writeString(tree.resolve(".git"), "gitdir: /nowhere/at/all\n");
        assertThatThrownBy(() -> GitRepository.open(tree, Limits.DEFAULT))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("/nowhere/at/all")
                .hasMessageContaining("git worktree repair");
        assertThatThrownBy(() -> GitRepository.open(directory, Limits.DEFAULT))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("in no git repository");
    }

    @Test
    void aMissingAlternateIsNamed() throws IOException {
        Files.writeString(
                git.directory().resolve(".git/objects/info/alternates"), "/nowhere/objects\n");
        assertThat(history().skipped()).containsExactly("/nowhere/objects MISSING_OBJECT");
    }

    @Test
    void anAlternateOfItselfIsReadOnce() throws IOException {
        Files.writeString(git.directory().resolve(".git/objects/info/alternates"), "../objects\n");
        assertThat(history().coverage().isComplete()).isTrue();
        assertThat(history().twice()).isEmpty();
    }

    @Test
    void reftablesAreNotReadAndSaidSo() throws IOException {
        git.run("config", "extensions.refStorage", "reftable");
        assertThatThrownBy(() -> git.open())
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("reftable");
    }

    @Test
    void blobsAboveTheLimitAreReadInPieces() throws IOException {
        byte[] large = new byte[300_000];
        new Random(3).nextBytes(large);
        Files.write(git.directory().resolve("large"), large);
        git.run("add", "large");
        git.commit("large");
        Limits small =
                new Limits(
                        1 << 30,
                        100_000,
                        5,
                        200,
                        1_000,
                        1 << 20,
                        100,
                        java.time.Duration.ofHours(1));
        for (boolean packed : new boolean[] {false, true}) {
            if (packed) {
                git.run("gc", "-q");
            }
            GitRepository repository = GitRepository.open(git.directory(), small);
            Collected read = Collected.of(HistorySource.of(repository));
            assertThat(read.bytes().values()).anySatisfy(b -> assertThat(b).isEqualTo(large));
            assertThat(read.coverage().isComplete()).isTrue();
        }
    }

    @Test
    void whatIsBuiltOnATooLargeBlobIsNamed() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            text.append(Long.toHexString(random.nextLong())).append('\n');
        }
        git.add("large", text.toString()).commit("large");
        git.add("large", text + "one line more\n").commit("larger");
        git.run("gc", "-q", "--aggressive");
        Limits small =
                new Limits(
                        1 << 30,
                        50_000,
                        5,
                        200,
                        1_000,
                        1 << 20,
                        100,
                        java.time.Duration.ofHours(1));
        Collected read = Collected.of(HistorySource.of(GitRepository.open(git.directory(), small)));
        assertThat(read.coverage().skipped())
                .extracting(Skip::reason)
                .containsOnly(Reason.LIMIT_SIZE);
        assertThat(read.coverage().skipped()).hasSize(1);
    }

    @Test
    void randomDamageThrowsNothing() throws IOException {
        git.run("gc", "-q");
        Path pack = only("pack-.*pack");
        Path index = only("pack-.*idx");
        byte[] packBytes = Files.readAllBytes(pack);
        byte[] indexBytes = Files.readAllBytes(index);
        Random random = new Random(11);
        for (int round = 0; round < 150; round++) {
            byte[] broken = (round % 2 == 0 ? packBytes : indexBytes).clone();
            for (int i = 0; i <= round % 5; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            overwrite(round % 2 == 0 ? pack : index, broken);
            HistorySource source = HistorySource.of(git.open());
            Collected read = Collected.of(source);
            source.attribute(read.bytes().keySet(), io.hushgate.source.Workers.ONE);
            overwrite(pack, packBytes);
            overwrite(index, indexBytes);
        }
    }

    @Test
    void randomDamageOfTheIndexIsAUserErrorAtMost() throws IOException {
        Path index = git.directory().resolve(".git/index");
        for (int version : new int[] {2, 4}) {
            git.run("update-index", "--index-version", Integer.toString(version));
            byte[] bytes = Files.readAllBytes(index);
            Random random = new Random(13);
            for (int round = 0; round < 300; round++) {
                byte[] broken = bytes.clone();
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                overwrite(
                        index,
                        round % 3 == 0 ? Arrays.copyOf(broken, random.nextInt(200)) : broken);
                try {
                    Collected.of(StagedSource.of(git.open()));
                } catch (SourceProblem expected) {
                    assertThat(expected).hasMessageContaining("index");
                }
            }
            overwrite(index, bytes);
        }
    }
}
