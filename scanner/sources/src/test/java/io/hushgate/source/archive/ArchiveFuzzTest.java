package io.hushgate.source.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Any bytes of a container are handed on, opened or named: no exception of another kind, no endless
 * loop, no memory beyond bounds. {@code src/bench/fuzz MINUTES ArchiveFuzzTest:aZip} searches in
 * one format; without it, the seeds are tried.
 */
final class ArchiveFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void aZip(byte[] bytes) throws IOException {
        open(new byte[] {'P', 'K', 3, 4}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aGzip(byte[] bytes) throws IOException {
        open(new byte[] {0x1f, (byte) 0x8b, 8}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aBzip2(byte[] bytes) throws IOException {
        open(new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void anXz(byte[] bytes) throws IOException {
        open(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aZstd(byte[] bytes) throws IOException {
        open(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aSevenZip(byte[] bytes) throws IOException {
        open(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}, bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aDebianPackage(byte[] bytes) throws IOException {
        open("!<arch>\ndebian-binary".getBytes(US_ASCII), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aDatabase(byte[] bytes) throws IOException {
        open("SQLite format 3\0".getBytes(US_ASCII), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aJavaKeystore(byte[] bytes) throws IOException {
        open(HexFormat.of().parseHex("feedfeed0000"), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aJceKeystore(byte[] bytes) throws IOException {
        open(HexFormat.of().parseHex("cececece0000"), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aPkcs12(byte[] bytes) throws IOException {
        open(HexFormat.of().parseHex("308002010330800609" + "2a864886f70d0107"), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void aPdf(byte[] bytes) throws IOException {
        open("%PDF-1.7\n".getBytes(US_ASCII), bytes);
    }

    @FuzzTest(maxDuration = "20s")
    void anything(byte[] bytes) throws IOException {
        open(new byte[0], bytes);
    }

    /** Opens what begins as its format does, for no fuzzer guesses that. */
    private static void open(byte[] start, byte[] bytes) throws IOException {
        byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        CoverageLog log = new CoverageLog();
        long[] handed = {0};
        Limits limits = Opened.limits(3, 1_000, Duration.ofHours(1));
        new Unpacking(
                        () -> (artifact, _) -> handed[0] += size(artifact),
                        limits,
                        System.nanoTime() + limits.timeout().toNanos(),
                        _ -> true,
                        _ -> false,
                        log)
                .newConsumer()
                .accept(Artifact.InMemory.of(new Address.File("f"), all), AddedRanges.EVERYTHING);
        assertThat(log.coverage().skipped()).noneMatch(skip -> skip.reason() == Reason.LIMIT_TIME);
    }

    /** Reads to the end. */
    static long size(Artifact artifact) {
        if (artifact instanceof Artifact.InMemory whole) {
            return whole.to() - (long) whole.from();
        }
        byte[] piece = new byte[1 << 16];
        long size = 0;
        try {
            int got = ((Artifact.Streamed) artifact).read(piece, 0, piece.length);
            while (got >= 0) {
                size += got;
                got = ((Artifact.Streamed) artifact).read(piece, 0, piece.length);
            }
        } catch (IOException e) {
            return size;
        }
        return size;
    }
}
