package io.hushgate.core.match;

import io.hushgate.core.Artifact;
import io.hushgate.core.Copies;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Limits;
import io.hushgate.core.Location;
import io.hushgate.core.Memo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private static final int FRESH = 256 * 1024;

    private final FormFinder finder;
    private final List<Fingerprint> owners;
    private final Limits limits;
    private final long[] ends;
    private byte[] buffer = new byte[0];
    private boolean heard;

    /** Left with a text that holds none of the values. */
    private enum Silent {
        HERE
    }

    EchoMatcher(FormFinder finder, List<Fingerprint> owners, Limits limits) {
        this.finder = finder;
        this.owners = owners;
        this.limits = limits;
        this.ends = new long[owners.size()];
    }

    /**
     * Looks through one artifact to its end. Does not close it.
     *
     * @param sink takes what was found, in the order of the bytes, during the call
     * @throws IOException when the artifact cannot be read further
     */
    public void match(Artifact artifact, Consumer<Echo> sink) throws IOException {
        Arrays.fill(ends, 0);
        heard = false;
        switch (artifact) {
            case Artifact.InMemory memory -> matchMemory(memory, sink);
            case Artifact.Streamed streamed -> matchStream(streamed, sink);
        }
    }

    private void matchMemory(Artifact.InMemory artifact, Consumer<Echo> sink) throws IOException {
        byte[] bytes = artifact.bytes();
        int from = artifact.from();
        int to = artifact.to();
        Encoding encoding = Encoding.of(bytes, from, to);
        if (isWide(encoding)) {
            matchWide(artifact, ByteInput.of(bytes, from, to), encoding, sink);
        } else {
            Text text = Text.plain(bytes, from, to, 0, false);
            Positions positions = new Positions(false, 0);
            if (from == 0 && isSilent(artifact.lineage().base())) {
                findNew(artifact, text, positions, sink);
            } else {
                find(artifact, text, from, to, positions, sink);
            }
            Memo own = artifact.lineage().own();
            if (own != null && !heard) {
                own.leave(Silent.HERE);
            }
        }
    }

    private static boolean isSilent(@Nullable Memo memo) {
        return memo != null && memo.note(Silent.class) != null;
    }

    /**
     * Passes over what is copied from a text without any of the values, but for what reaches over a
     * seam or lies beside one.
     */
    private void findNew(
            Artifact.InMemory artifact, Text text, Positions positions, Consumer<Echo> sink) {
        Copies copies = artifact.lineage().copies();
        int from = 0;
        for (int c = 0; c < copies.count(); c++) {
            int seam = Math.min(copies.to(c) + 1, text.to());
            find(artifact, text, from, seam, positions, sink);
            from = Math.max(seam, copies.to(c) + copies.length(c) - finder.longest());
        }
        find(artifact, text, from, text.to(), positions, sink);
    }

    private void matchStream(Artifact.Streamed artifact, Consumer<Echo> sink) throws IOException {
        BoundedInput input = new BoundedInput(artifact, limits.maxArtifactBytes());
        byte[] head = new byte[Encoding.SNIFFED];
        int got = input.fill(head, 0, head.length);
        Encoding encoding = Encoding.of(head, 0, got);
        ByteInput all = ByteInput.concat(ByteInput.of(head, 0, got), input);
        if (isWide(encoding)) {
            matchWide(artifact, all, encoding, sink);
        } else {
            matchPieces(artifact, all, new Positions(false, 0), sink);
        }
    }

    private static boolean isWide(Encoding encoding) {
        return encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE;
    }

    private void matchWide(
            Artifact artifact, ByteInput input, Encoding encoding, Consumer<Echo> sink)
            throws IOException {
        byte[] mark = new byte[2];
        int got = input.fill(mark, 0, mark.length);
        int length = encoding.markLength(mark, 0, got);
        ByteInput rest = ByteInput.concat(ByteInput.of(mark, length, got), input);
        matchPieces(
                artifact,
                new Utf16Input(rest, encoding == Encoding.UTF_16BE),
                new Positions(true, length),
                sink);
    }

    private void matchPieces(
            Artifact artifact, ByteInput input, Positions positions, Consumer<Echo> sink)
            throws IOException {
        int ahead = finder.longest() + 1;
        if (buffer.length == 0) {
            buffer = new byte[BEHIND + FRESH + ahead];
        }
        long base = 0;
        int length = 0;
        int searched = 0;
        while (true) {
            int wanted = buffer.length - length;
            int got = input.fill(buffer, length, wanted);
            length += got;
            boolean last = got < wanted;
            int limit = last ? length : length - ahead;
            Text text = Text.plain(buffer, 0, length, base, false);
            find(artifact, text, searched, limit, positions, sink);
            if (last) {
                return;
            }
            int forget = limit - BEHIND;
            positions.forget(text, base + forget);
            System.arraycopy(buffer, forget, buffer, 0, length - forget);
            length -= forget;
            base += forget;
            searched = BEHIND;
        }
    }

    private void find(
            Artifact artifact,
            Text text,
            int from,
            int limit,
            Positions positions,
            Consumer<Echo> sink) {
        finder.find(
                text.bytes(),
                from,
                limit,
                text.to(),
                (owner, start, end) -> {
                    long at = text.start(start);
                    if (at < ends[owner] || !standsAlone(text, start, end)) {
                        return;
                    }
                    ends[owner] = text.start(end);
                    heard = true;
                    Positions.Place place = positions.next(text, at, ends[owner]);
                    sink.accept(
                            new Echo(
                                    owners.get(owner),
                                    new Location(artifact.address(), place.region()),
                                    place.span()));
                });
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
