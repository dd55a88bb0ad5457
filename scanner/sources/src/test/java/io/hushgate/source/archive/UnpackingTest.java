package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.Collected;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
    private static final Map<String, byte[]> FILES =
            Made.files("a.txt", "alpha\n", "dir/b.env", "KEY=beta\n");

    @Test
    void whatIsNoContainerGoesThroughUntouched() {
        Opened opened = Opened.of("notes.txt", "PK is not enough\n".getBytes(UTF_8));
        assertThat(opened.texts()).containsExactly(Map.entry("notes.txt", "PK is not enough\n"));
        assertThat(opened.coverage().artifacts()).isZero();
    }

    @Test
    void theEntriesOfAZipHaveTheirAddressInIt() {
        Opened opened = Opened.of("lib/x.jar", Made.zip(FILES));
        assertThat(opened.texts())
                .containsOnly(
                        Map.entry("lib/x.jar!a.txt", "alpha\n"),
                        Map.entry("lib/x.jar!dir/b.env", "KEY=beta\n"));
        assertThat(opened.coverage().artifacts()).isEqualTo(2);
        assertThat(opened.coverage().bytes()).isEqualTo(15);
        assertThat(opened.skipped()).isEmpty();
    }

    @Test
    void aTarIsReadAsItLies() {
        assertThat(Opened.of("x.tar", Made.tar(FILES)).texts())
                .containsOnly(
                        Map.entry("x.tar!a.txt", "alpha\n"),
                        Map.entry("x.tar!dir/b.env", "KEY=beta\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void aCompressedTarIsOneArchive(String format) {
        byte[] packed = Made.packed(format, Made.tar(FILES));
        assertThat(Opened.of("x.t", packed).texts())
                .containsOnly(
                        Map.entry("x.t!a.txt", "alpha\n"),
                        Map.entry("x.t!dir/b.env", "KEY=beta\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void aCompressedFileHasItsNameWithoutTheSuffix(String format) {
        byte[] packed = Made.packed(format, "alpha".getBytes(UTF_8));
        assertThat(Opened.of("log/app.log.gz", packed).texts())
                .containsExactly(Map.entry("log/app.log.gz!app.log", "alpha"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 4096})
    void theSizeOfThePiecesDoesNotMatter(int most) {
        byte[] nested =
                Made.gzip(
                        Made.tar(
                                Map.of(
                                        "a.zip",
                                        Made.zip(FILES),
                                        "b.7z",
                                        Made.sevenZip(FILES),
                                        "c.xz",
                                        Made.packed("xz", new byte[3000]))));
        assertThat(Opened.inPieces("n.tgz", nested, most)).isEqualTo(Opened.of("n.tgz", nested));
    }

    @Test
    void aLargeEntryStreamsThrough() {
        byte[] large = "0123456789abcdef".repeat(200_000).getBytes(UTF_8);
        byte[] tar = Made.tar(Map.of("large.txt", large, "x.txt", "after".getBytes(UTF_8)));
        Opened opened = Opened.of("l.tgz", Made.gzip(tar));
        assertThat(opened.texts().get("l.tgz!large.txt")).isEqualTo(new String(large, UTF_8));
        assertThat(opened.texts()).containsEntry("l.tgz!x.txt", "after");
    }

    @Test
    void archivesAreOpenedInsideOfEachOther() {
        byte[] war = Made.zip(Map.of("WEB-INF/lib/in.jar", Made.zip(FILES)));
        byte[] tgz = Made.gzip(Made.tar(Map.of("app.war", war)));
        assertThat(Opened.of("out.tgz", tgz).texts())
                .containsEntry("out.tgz!app.war!WEB-INF/lib/in.jar!dir/b.env", "KEY=beta\n")
                .hasSize(2);
    }

    @Test
    void a7zAndADebianPackageAreOpened() {
        assertThat(Opened.of("x.7z", Made.sevenZip(FILES)).texts())
                .containsEntry("x.7z!dir/b.env", "KEY=beta\n");
        Map<String, byte[]> members = new java.util.LinkedHashMap<>();
        members.put("debian-binary", "2.0\n".getBytes(UTF_8));
        members.put("data.tar.xz", Made.packed(CompressorStreamFactory.XZ, Made.tar(FILES)));
        assertThat(Opened.of("x.deb", Made.debian(members)).texts())
                .containsEntry("x.deb!data.tar.xz!dir/b.env", "KEY=beta\n");
    }

    @Test
    void concatenatedGzipsAreOneFile() {
        byte[] a = Made.gzip("alpha ".getBytes(UTF_8));
        byte[] b = Made.gzip("beta".getBytes(UTF_8));
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        assertThat(Opened.of("x.gz", both).texts()).containsValue("alpha beta");
    }

    @Test
    void aZstdMayBeginWithAFrameToBePassedOver() {
        byte[] packed = Made.packed(CompressorStreamFactory.ZSTANDARD, "alpha".getBytes(UTF_8));
        byte[] chunked = new byte[12 + packed.length];
        System.arraycopy(new byte[] {0x5a, 0x2a, 0x4d, 0x18, 4}, 0, chunked, 0, 5);
        System.arraycopy(packed, 0, chunked, 12, packed.length);
        assertThat(Opened.of("x.zst", chunked).texts()).containsValue("alpha");
    }

    @Test
    void whatIsLeftOutIsNotOpened() throws IOException {
        Collected collected = new Collected();
        CoverageLog log = new CoverageLog();
        Unpacking unpacking =
                new Unpacking(
                        collected,
                        Limits.DEFAULT,
                        System.nanoTime() + Limits.DEFAULT.timeout().toNanos(),
                        address -> !address.path().endsWith("b.zip"),
                        address -> address.path().equals("a.txt"),
                        log);
        byte[] zip = Made.zip(FILES);
        var consumer = unpacking.newConsumer();
        consumer.accept(
                Artifact.InMemory.of(new Address.File("a.zip"), zip), AddedRanges.EVERYTHING);
        consumer.accept(
                Artifact.InMemory.of(new Address.File("b.zip"), zip), AddedRanges.EVERYTHING);
        assertThat(collected.texts()).containsOnlyKeys("a.zip!dir/b.env", "b.zip");
    }
}
