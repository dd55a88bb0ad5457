package io.hushgate.cli.gitleaks;

import io.hushgate.core.Artifact;
import io.hushgate.core.Limits;
import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.archive.Unpacking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Looks into archives, for one thread. Entries are named {@code outer!inner}. */
final class Opened {
    private static final int PIECE = 64 * 1024;
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final ArtifactConsumer unpacker;

    Opened(int depth, Consumer<Fragment> look) {
        Limits all = Limits.DEFAULT;
        Limits limits =
                new Limits(
                        all.maxArtifactBytes(),
                        all.maxObjectBytes(),
                        Math.max(1, depth),
                        all.maxExpansion(),
                        all.maxEntries(),
                        all.maxConfigurationBytes(),
                        all.maxMatchesPerArtifact(),
                        all.timeout());
        this.unpacker =
                new Unpacking(
                                () -> (artifact, _) -> look(artifact, look, limits),
                                limits,
                                System.nanoTime() + FOREVER,
                                _ -> true,
                                _ -> false,
                                new CoverageLog())
                        .newConsumer();
    }

    void open(Artifact archive) throws IOException {
        unpacker.accept(archive, AddedRanges.EVERYTHING);
    }

    private static void look(Artifact entry, Consumer<Fragment> look, Limits limits)
            throws IOException {
        byte[] bytes =
                switch (entry) {
                    case Artifact.InMemory memory ->
                            Arrays.copyOfRange(memory.bytes(), memory.from(), memory.to());
                    case Artifact.Streamed streamed -> read(streamed, limits.maxObjectBytes());
                };
        FileFragments.of(entry.address().file(), "", bytes, look);
    }

    private static byte[] read(Artifact.Streamed entry, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        int got = entry.read(piece, 0, piece.length);
        while (got >= 0 && all.size() < most) {
            all.write(piece, 0, got);
            got = entry.read(piece, 0, piece.length);
        }
        return all.toByteArray();
    }
}
