package io.hushgate.core.match;

import io.hushgate.core.Artifact;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Limits;
import io.hushgate.core.Lineage;
import io.hushgate.core.Location;
import io.hushgate.core.Memo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Looks in artifacts for values that are known already, in any of their {@link ValueForms}. One per
 * thread; its result depends on the bytes alone, not on the pieces in which they arrive.
 */
public final class EchoMatcher {
    /** Before a value: a character that may belong to the same word, and room for UTF-8. */
    private static final int BEHIND = 8;

    /**
     * Up to here a value of letters and digits must be a word of its own: it may be the start of a
     * longer one.
     */
    private static final int SHORT = 16;

    private final FormFinder finder;
    private final List<Fingerprint> owners;
    private final Limits limits;
    private final long[] ends;

    /** The values of which no further place makes a difference. */
    private final boolean[] settled;

    private final Windows windows;
    private final Starts starts = new Starts();

    EchoMatcher(FormFinder finder, List<Fingerprint> owners, Limits limits) {
        this.finder = finder;
        this.owners = owners;
        this.limits = limits;
        this.ends = new long[owners.size()];
        this.settled = new boolean[owners.size()];
        this.windows = new Windows(BEHIND, finder.longest() + 1);
    }

    /**
     * Looks through one artifact to its end. Does not close it.
     *
     * @param sink takes what was found, in the order of the bytes, during the call
     * @throws IOException when the artifact cannot be read further
     */
    public void match(Artifact artifact, EchoSink sink) throws IOException {
        Arrays.fill(ends, 0);
        switch (artifact) {
            case Artifact.InMemory memory -> matchMemory(memory, sink);
            case Artifact.Streamed streamed -> matchStream(streamed, sink);
        }
    }

    private void matchMemory(Artifact.InMemory artifact, EchoSink sink) throws IOException {
        byte[] bytes = artifact.bytes();
        int from = artifact.from();
        int to = artifact.to();
        Encoding encoding = Encoding.of(bytes, from, to);
        if (encoding.isWide()) {
            TextStream stream = TextStream.of(ByteInput.of(bytes, from, to), encoding);
            matchPieces(artifact, stream, sink);
            return;
        }
        Text text = Text.plain(bytes, from, to, 0, false);
        Lineage lineage = artifact.lineage();
        Memo memo = lineage.base();
        Starts base = memo == null || from > 0 ? null : memo.note(Starts.class);
        starts.clear();
        if (base == null) {
            starts.search(finder, text, from, to);
        } else {
            starts.searchNew(finder, text, lineage.copies(), base);
        }
        tell(artifact, text, new Positions(false, 0), sink);
        Memo own = lineage.own();
        if (own != null && from == 0) {
            own.leave(starts.copy());
        }
    }

    private void matchStream(Artifact.Streamed artifact, EchoSink sink) throws IOException {
        BoundedInput input = new BoundedInput(artifact, limits.maxArtifactBytes());
        matchPieces(artifact, TextStream.of(input), sink);
    }

    private void matchPieces(Artifact artifact, TextStream stream, EchoSink sink)
            throws IOException {
        windows.over(
                stream,
                (text, from, limit, last) -> {
                    starts.clear();
                    starts.search(finder, text, from, limit);
                    tell(artifact, text, stream.positions(), sink);
                });
    }

    /** Tells of the values that stand whole where they may start. */
    private void tell(Artifact artifact, Text text, Positions positions, EchoSink sink) {
        for (int i = 0; i < starts.count(); i++) {
            finder.at(
                    text.bytes(),
                    starts.at(i),
                    text.to(),
                    (owner, start, end) -> {
                        long at = text.start(start);
                        if (settled[owner] || at < ends[owner] || !standsAlone(text, start, end)) {
                            return;
                        }
                        ends[owner] = text.start(end);
                        Positions.Place place = positions.next(text, at, ends[owner]);
                        Location location = new Location(artifact.address(), place.region());
                        settled[owner] =
                                !sink.accept(new Echo(owners.get(owner), location, place.span()));
                    });
        }
    }

    private static boolean standsAlone(Text text, int start, int end) {
        byte[] bytes = text.bytes();
        return end - start >= SHORT
                || (!(start > text.from() && isWord(bytes[start - 1]) && isWord(bytes[start]))
                        && !(end < text.to() && isWord(bytes[end]) && isWord(bytes[end - 1])));
    }

    private static boolean isWord(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_';
    }
}
