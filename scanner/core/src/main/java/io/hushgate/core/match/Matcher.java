package io.hushgate.core.match;

import io.hushgate.core.Artifact;
import io.hushgate.core.Lineage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches artifacts against a rule set, for one thread. Keeps its buffers between artifacts: a few
 * megabytes, whatever the size of the artifact. An artifact in memory is read in place.
 *
 * <p>The result depends on the bytes alone, not on the pieces in which they arrive: whatever is
 * decided at a keyword looks at most {@link #BEHIND} bytes back and {@link #AHEAD} bytes forward,
 * and that much is always there.
 */
public final class Matcher {
    /** The most that is looked at before a keyword: a lead, words near it, the name assigned to. */
    static final int BEHIND = 8 * 1024;

    /** The most that is looked at after a keyword: a whole match and the words near it. */
    static final int AHEAD = 64 * 1024;

    /** Of larger texts nothing is noted for those made from them, so that memory is bounded. */
    private static final int MAX_RELATED = 16 << 20;

    private final RuleSet set;
    private final MatchOptions options;
    private final Confirmer confirmer;
    private final Scan scan;
    private @Nullable Rescan rescan;
    private final Windows windows = new Windows(BEHIND, AHEAD);

    Matcher(RuleSet set, MatchOptions options, Witness witness) {
        this.set = set;
        this.options = options;
        this.confirmer = new Confirmer(set, options, witness);
        this.scan = new Scan(set, confirmer, options.limits().maxDecodeDepth());
    }

    /**
     * Matches one artifact to its end. Does not close it.
     *
     * @param sink takes what was found, in the order of the bytes, during the call
     * @throws IOException when the artifact cannot be read further; what was found before was
     *     delivered as far as it was settled
     */
    public Matched match(Artifact artifact, DetectionSink sink) throws IOException {
        Candidates candidates = new Candidates(set, artifact.address(), sink, options);
        confirmer.begin(artifact.address());
        scan.begin();
        List<Skip> skips = new ArrayList<>();
        long bytes =
                switch (artifact) {
                    case Artifact.InMemory memory -> matchMemory(memory, candidates);
                    case Artifact.Streamed streamed -> matchStream(streamed, candidates, skips);
                };
        if (candidates.dropped() > 0) {
            skips.add(
                    new Skip(
                            artifact.address().text(),
                            Reason.LIMIT_ENTRIES,
                            "%d more matches than the %d that are kept of one artifact; look at it as a whole, or raise the limit"
                                    .formatted(
                                            candidates.dropped(),
                                            options.limits().maxMatchesPerArtifact())));
        }
        return new Matched(bytes, skips);
    }

    private long matchMemory(Artifact.InMemory artifact, Candidates candidates) throws IOException {
        byte[] bytes = artifact.bytes();
        int from = artifact.from();
        int to = artifact.to();
        boolean related = isRelated(artifact);
        Encoding encoding = related ? Rescan.encodingOfBase(artifact.lineage()) : null;
        if (encoding == null) {
            encoding = Encoding.of(bytes, from, to);
        }
        if (encoding.isWide()) {
            matchPieces(TextStream.of(ByteInput.of(bytes, from, to), encoding), candidates);
        } else {
            Text text = Text.plain(bytes, from, to, 0, encoding == Encoding.BINARY);
            if (related) {
                rescan().over(text, artifact.lineage(), artifact.address().path(), candidates);
            } else {
                scan.over(text, from, to, candidates);
            }
            new Positions(false, 0).place(candidates.unplaced(), text);
            candidates.settle(Long.MAX_VALUE);
        }
        return (long) to - from;
    }

    /** Tells whether something is known of the text, or has to be noted for others. */
    private static boolean isRelated(Artifact.InMemory artifact) {
        Lineage lineage = artifact.lineage();
        return artifact.from() == 0
                && artifact.to() <= MAX_RELATED
                && (lineage.base() != null || lineage.own() != null);
    }

    private Rescan rescan() {
        Rescan made = rescan;
        if (made == null) {
            made = new Rescan(set, scan);
            rescan = made;
        }
        return made;
    }

    private long matchStream(Artifact.Streamed artifact, Candidates candidates, List<Skip> skips)
            throws IOException {
        BoundedInput input = new BoundedInput(artifact, options.limits().maxArtifactBytes());
        matchPieces(TextStream.of(input), candidates);
        if (input.isCut()) {
            skips.add(
                    new Skip(
                            artifact.address().text(),
                            Reason.LIMIT_SIZE,
                            "only the first %d bytes were matched; raise the limit to match all"
                                    .formatted(options.limits().maxArtifactBytes())));
        }
        return input.count();
    }

    private void matchPieces(TextStream stream, Candidates candidates) throws IOException {
        windows.over(
                stream,
                (text, from, limit, last) -> {
                    scan.over(text, from, limit, candidates);
                    stream.positions().place(candidates.unplaced(), text);
                    candidates.settle(last ? Long.MAX_VALUE : text.start(limit));
                });
    }
}
