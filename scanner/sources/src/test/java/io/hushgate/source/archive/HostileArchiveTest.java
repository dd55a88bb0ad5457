package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.CoverageLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class HostileArchiveTest {
    private static final int POSIX = TarArchiveOutputStream.LONGFILE_POSIX;

    @Test
    void aBombIsLeftWhenItExpandsTooFar() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                gzip.write(zeros);
            }
        }
        CoverageLog log = new CoverageLog();
        new Unpacking(
                        () -> (artifact, _) -> drain((Artifact.Streamed) artifact),
                        Limits.DEFAULT,
                        System.nanoTime() + Limits.DEFAULT.timeout().toNanos(),
                        _ -> true,
                        _ -> false,
                        log)
                .newConsumer()
                .accept(
                        Artifact.InMemory.of(
                                new Address.File("bomb.gz"), Made.gzip(bomb.toByteArray())),
                        AddedRanges.EVERYTHING);
        assertThat(log.coverage().skipped())
                .extracting(skip -> skip.address() + " " + skip.reason())
                .containsExactly("bomb.gz!bomb!bomb LIMIT_RATIO");
    }

    private static void drain(Artifact.Streamed artifact) throws IOException {
        byte[] piece = new byte[1 << 16];
        while (artifact.read(piece, 0, piece.length) >= 0) {
            // nothing is kept of a bomb
        }
    }

    @Test
    void archivesInArchivesEndAtTheDepth() {
        byte[] quine = "inner".getBytes(UTF_8);
        for (int i = 0; i < 9; i++) {
            quine = Made.zip(Map.of("q.zip", quine));
        }
        Opened opened = Opened.of("q.zip", quine);
        assertThat(opened.skipped())
                .containsExactly("q.zip!q.zip!q.zip!q.zip!q.zip!q.zip LIMIT_DEPTH");
        assertThat(opened.coverage().isComplete()).isFalse();
    }

    @Test
    void anArchiveOfTooManyEntriesIsNamed() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            many.put("f" + i, "x".getBytes(UTF_8));
        }
        Limits ten = Opened.limits(5, 10, Duration.ofHours(1));
        Opened opened = Opened.of("m.zip", Made.zip(many), ten);
        assertThat(opened.texts()).hasSize(10);
        assertThat(opened.skipped()).containsExactly("m.zip LIMIT_ENTRIES");
    }

    @Test
    void theTimeOfARunEndsAlsoWithinAnArchive() {
        Limits noTime = Opened.limits(5, 10, Duration.ofNanos(1));
        Opened opened = Opened.of("m.zip", Made.zip(Made.files("a", "b")), noTime);
        assertThat(opened.skipped()).containsExactly("m.zip LIMIT_TIME");
    }

    @Test
    void namesThatLeadElsewhereAreOnlyNames() {
        Map<String, byte[]> files =
                Made.files(
                        "../../etc/passwd", "1", "/etc/shadow", "2", "./c", "3", "a\nb\u001b", "4");
        assertThat(Opened.of("x.zip", Made.zip(files)).texts())
                .containsOnlyKeys(
                        "x.zip!../../etc/passwd",
                        "x.zip!etc/shadow",
                        "x.zip!c",
                        "x.zip!a\\x0ab\\x1b");
        Map<TarArchiveEntry, byte[]> entries = new LinkedHashMap<>();
        for (String name : new String[] {"../../etc/passwd", "/etc/shadow"}) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(1);
            entries.put(entry, "x".getBytes(UTF_8));
        }
        assertThat(Opened.of("x.tar", Made.tarOf(entries, POSIX)).texts())
                .containsOnlyKeys("x.tar!../../etc/passwd", "x.tar!etc/shadow");
    }

    @Test
    void linksAreNotFollowedAndThoseThatLeadOutAreNamed() {
        Map<TarArchiveEntry, byte[]> entries = new LinkedHashMap<>();
        entries.put(link("in", "sub/x", TarConstants.LF_SYMLINK), new byte[0]);
        entries.put(link("a/up", "../b", TarConstants.LF_SYMLINK), new byte[0]);
        entries.put(link("out", "../../etc/passwd", TarConstants.LF_SYMLINK), new byte[0]);
        entries.put(link("hard", "/etc/passwd", TarConstants.LF_LINK), new byte[0]);
        Opened opened = Opened.of("l.tar", Made.tarOf(entries, POSIX));
        assertThat(opened.texts()).isEmpty();
        assertThat(opened.skipped()).containsExactly("l.tar!out LINK_OUTSIDE");
        assertThat(opened.coverage().isComplete()).isTrue();
    }

    private static TarArchiveEntry link(String name, String to, byte type) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(to);
        return entry;
    }

    @Test
    void entriesOfOneNameAreAllRead() {
        byte[] twice = Made.zip(Made.files("aa", "one", "ab", "two"));
        // The second entry takes the name of the first, as no tool would write it.
        for (int i = 0; i < twice.length - 1; i++) {
            if (twice[i] == 'a' && twice[i + 1] == 'b') {
                twice[i + 1] = 'a';
            }
        }
        Opened opened = Opened.of("x.zip", twice);
        assertThat(opened.coverage().artifacts()).isEqualTo(2);
        assertThat(opened.texts()).containsEntry("x.zip!aa", "two");
    }

    @Test
    void aSizeWithoutBytesCostsNothing() {
        TarArchiveEntry entry = new TarArchiveEntry("huge", true);
        byte[] tar = Made.tarOf(Map.of(entry, new byte[0]), POSIX);
        byte[] claim = "77777777777\0".getBytes(UTF_8);
        System.arraycopy(claim, 0, tar, 124, claim.length);
        sum(tar);
        assertThat(Opened.of("x.tar", tar).skipped())
                .containsExactly("x.tar CORRUPT", "x.tar!huge CORRUPT");
    }

    /** Eight gigabytes of nothing, and a piece of 512 bytes; of old GNU tar. */
    @Test
    void ofASparseFileItsPiecesAreRead() {
        byte[] tar = Made.tar(Made.files("holes", "x".repeat(512), "next", "n"));
        tar[156] = 'S';
        System.arraycopy("ustar  \0".getBytes(UTF_8), 0, tar, 257, 8);
        byte[] where = "00000001000\000000001000\0".getBytes(UTF_8);
        Arrays.fill(tar, 345, 512, (byte) 0);
        System.arraycopy(where, 0, tar, 386, where.length);
        System.arraycopy("77777777777".getBytes(UTF_8), 0, tar, 483, 11);
        sum(tar);
        Opened opened = Opened.of("a.tar", tar);
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts())
                .containsEntry("a.tar!holes", "x".repeat(512))
                .containsEntry("a.tar!next", "n");
    }

    @Test
    void aNameOfAGigabyteIsRefused() {
        byte[] tar = Made.tar(Made.files("a", "b"));
        tar[156] = 'L';
        byte[] claim = "10000000000\0".getBytes(UTF_8);
        System.arraycopy(claim, 0, tar, 124, claim.length);
        sum(tar);
        Opened opened = Opened.of("x.tar", tar);
        assertThat(opened.skipped()).containsExactly("x.tar CORRUPT");
        assertThat(opened.texts()).containsOnlyKeys("x.tar");
    }

    private static void sum(byte[] tar) {
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] digits = "%06o\0".formatted(sum).getBytes(UTF_8);
        System.arraycopy(digits, 0, tar, 148, digits.length);
    }

    @Test
    void longNamesAreReadAsBothToolsWriteThem() {
        String name = "d".repeat(120) + "/" + "f".repeat(130);
        for (int mode : new int[] {POSIX, TarArchiveOutputStream.LONGFILE_GNU}) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(1);
            byte[] tar = Made.tarOf(Map.of(entry, "x".getBytes(UTF_8)), mode);
            assertThat(Opened.of("x.tar", tar).texts()).containsOnlyKeys("x.tar!" + name);
        }
    }

    /** As umoci writes layers: neither filled up to a block nor ended by blocks of zeros. */
    @Test
    void anArchiveThatEndsWithItsLastEntryIsWhole() {
        byte[] tar = Made.tar(Made.files("a", "alpha", "b", "beta"));
        int end = new String(tar, ISO_8859_1).indexOf("beta") + 4;
        Opened opened = Opened.of("x.tar", Arrays.copyOf(tar, end));
        assertThat(opened.skipped()).isEmpty();
        assertThat(opened.texts()).containsEntry("x.tar!b", "beta");
        assertThat(Opened.of("x.tar", Arrays.copyOf(tar, end - 1)).skipped()).isNotEmpty();
    }

    @Test
    void ofATruncatedGzipTheBeginningIsRead() {
        byte[] text = text(5_000).getBytes(UTF_8);
        byte[] whole = Made.gzip(text);
        Opened opened = Opened.of("x.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(opened.skipped()).containsExactly("x.gz CORRUPT");
        assertThat(opened.texts().get("x.gz!x")).startsWith("line 0 ").hasSizeGreaterThan(1_000);
    }

    private static String text(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("line ").append(i).append(' ').append(i * 7919L % 10007).append('\n');
        }
        return text.toString();
    }

    @Test
    void everyTruncationOfAnArchiveIsAnswered() {
        Map<String, byte[]> files = Made.files("a.txt", text(40), "b.txt", text(30));
        byte[][] archives = {
            Made.zip(files),
            Made.gzip(Made.tar(files)),
            Made.sevenZip(files),
            Made.packed("bzip2", Made.tar(files)),
            Made.packed("xz", Made.tar(files)),
            Made.packed("zstd", Made.tar(files))
        };
        for (byte[] archive : archives) {
            for (int length = 12; length < archive.length; length += 7) {
                Opened opened = Opened.of("t", Arrays.copyOf(archive, length));
                boolean said = !opened.skipped().isEmpty();
                boolean allOfIt = opened.texts().containsKey("t!b.txt");
                assertThat(said || allOfIt).as("length %d", length).isTrue();
            }
        }
    }

    @Test
    void everyFlippedByteOfAnArchiveIsAnswered() {
        Map<String, byte[]> files = Made.files("a.txt", text(10), "b.txt", text(5));
        byte[][] archives = {
            Made.zip(files), Made.tar(files), Made.sevenZip(files), Made.gzip(Made.tar(files))
        };
        for (byte[] archive : archives) {
            for (int at = 0; at < archive.length; at += 5) {
                byte[] flipped = archive.clone();
                flipped[at] ^= (byte) 0xa5;
                assertThat(Opened.of("t", flipped).coverage()).isNotNull();
            }
        }
    }

    @Test
    void encryptedEntriesAreNamed() {
        byte[] zip = Made.storedZip(Made.files("a.txt", "alpha", "b.txt", "beta"));
        zip[6] |= 1;
        Opened opened = Opened.of("x.zip", zip);
        assertThat(opened.skipped()).containsExactly("x.zip!a.txt ENCRYPTED");
        assertThat(opened.texts()).containsOnlyKeys("x.zip!b.txt");
        byte[] sevenZip = Made.sevenZip(Made.files("a.txt", "alpha"), "open".toCharArray());
        assertThat(Opened.of("x.7z", sevenZip).skipped()).containsExactly("x.7z ENCRYPTED");
    }

    @Test
    void whatIsNotReadIsNamedAndMatchedAsItLies() {
        byte[] rar = Arrays.copyOf(new byte[] {'R', 'a', 'r', '!', 0x1a, 7, 1, 0}, 100);
        Opened opened = Opened.of("x.rar", rar);
        assertThat(opened.skipped()).containsExactly("x.rar UNSUPPORTED");
        assertThat(opened.texts()).containsOnlyKeys("x.rar");
    }

    @Test
    void whatOnlyLooksLikeAnArchiveIsMatchedAsItLies() {
        byte[] text = "BZh91AY&SY and then some text".getBytes(UTF_8);
        Opened opened = Opened.of("x.txt", text);
        assertThat(opened.texts()).containsOnlyKeys("x.txt");
        assertThat(opened.skipped()).containsExactly("x.txt CORRUPT");
    }
}
