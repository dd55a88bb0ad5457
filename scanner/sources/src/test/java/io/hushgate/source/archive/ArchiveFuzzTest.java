package io.hushgate.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.time.Duration;

/**
 * Any bytes of a container are handed on, opened or named: no exception of another kind, no endless
 * loop, no memory beyond bounds. {@code src/bench/fuzz} searches; without it, the seeds are tried.
 */
final class ArchiveFuzzTest {
    private static final byte[][] STARTS = {
        {'P', 'K', 3, 4},
        {},
        {0x1f, (byte) 0x8b, 8},
        {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59},
        {(byte) 0xfd, '7', 'z', 'X', 'Z', 0},
        {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
        {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c},
        "!<arch>\ndebian-binary".getBytes(java.nio.charset.StandardCharsets.US_ASCII)
    };

    @FuzzTest(maxDuration = "2m")
    void opensOrSaysWhyNot(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        byte[] start = STARTS[(bytes[0] & 0xff) % STARTS.length];
        byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length - 1);
        System.arraycopy(bytes, 1, all, start.length, bytes.length - 1);
        CoverageLog log = new CoverageLog();
        long[] handed = {0};
        Limits limits = Opened.limits(3, 1_000, Duration.ofSeconds(20));
        new Unpacking(
                        () -> (artifact, _) -> handed[0] += size(artifact),
                        limits,
                        System.nanoTime() + limits.timeout().toNanos(),
                        _ -> true,
                        _ -> false,
                        log)
                .newConsumer()
                .accept(Artifact.InMemory.of(new Address.File("f"), all), AddedRanges.EVERYTHING);
        assertThat(log.coverage().skipped())
                .noneMatch(skip -> skip.reason() == io.hushgate.core.Reason.LIMIT_TIME);
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
