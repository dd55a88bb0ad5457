package io.hushgate.source.archive;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.Collected;
import io.hushgate.source.CoverageLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What comes out of one artifact when it goes through {@link Unpacking}. */
record Opened(Map<String, String> texts, Coverage coverage) {
    static Opened of(String name, byte[] bytes) {
        return of(name, bytes, Limits.DEFAULT);
    }

    static Opened of(String name, byte[] bytes, Limits limits) {
        Address address = new Address.File(name);
        return of(Artifact.InMemory.of(address, bytes), limits);
    }

    /** The same, with bytes that arrive few at a time. */
    static Opened inPieces(String name, byte[] bytes, int most) {
        int[] at = {0};
        return of(
                new Artifact.Streamed() {
                    @Override
                    public Address address() {
                        return new Address.File(name);
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        int count = Math.min(Math.min(most, length), bytes.length - at[0]);
                        System.arraycopy(bytes, at[0], into, offset, count);
                        at[0] += count;
                        return count == 0 ? -1 : count;
                    }
                },
                Limits.DEFAULT);
    }

    static Opened of(Artifact artifact, Limits limits) {
        Collected collected = new Collected();
        CoverageLog log = new CoverageLog();
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        ArtifactConsumer consumer =
                new Unpacking(collected, limits, deadline, _ -> true, _ -> false, log)
                        .newConsumer();
        try {
            consumer.accept(artifact, AddedRanges.EVERYTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Opened(collected.texts(), log.coverage());
    }

    /** Limits small enough to be met. */
    static Limits limits(int depth, int entries, Duration timeout) {
        Limits d = Limits.DEFAULT;
        return new Limits(
                d.maxArtifactBytes(),
                d.maxObjectBytes(),
                depth,
                d.maxExpansion(),
                entries,
                d.maxConfigurationBytes(),
                d.maxMatchesPerArtifact(),
                timeout);
    }

    List<String> skipped() {
        return coverage.skipped().stream().map(s -> s.address() + " " + s.reason()).toList();
    }
}
