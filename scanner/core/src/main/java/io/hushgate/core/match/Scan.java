package io.hushgate.core.match;

import io.hushgate.core.decode.Base64Run;
import io.hushgate.core.decode.Decoded;
import io.hushgate.core.decode.Escapes;
import io.hushgate.core.decode.Joints;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes over a text once: confirms rules where their keywords stand, and goes over what is written
 * in base64, hexadecimal or escapes in the same way, some layers deep. One per thread and layer.
 */
final class Scan {
    /** How much is scanned before its hits are looked at: what stays in the nearest cache. */
    private static final int STEP = 64 * 1024;

    /** Layers of text in text: a token in JSON in base64 in JSON is three. */
    private static final int MAX_DEPTH = 3;

    /** A cut stretch of escapes goes on this much before its end. */
    private static final int ESCAPES_OVERLAP = 512;

    private final RuleSet set;
    private final Confirmer confirmer;
    private final int layers;
    private final long[] hits;
    private long[] marks = new long[64];
    private int markCount;
    private @Nullable Sounding sounding;
    private @Nullable Scan inner;

    /** How far runs and escapes were decoded, as offsets of the text at depth 0. */
    private long runsDone;

    private long escapesDone;
    private long jointsDone;

    /**
     * Scans with the machines of a confirmer.
     *
     * @param layers how many layers may be undone below this one
     */
    Scan(RuleSet set, Confirmer confirmer, int layers) {
        this.set = set;
        this.confirmer = confirmer;
        this.layers = Math.min(layers, MAX_DEPTH);
        this.hits = new long[STEP];
    }

    /** Turns to another text. */
    void begin() {
        runsDone = 0;
        escapesDone = 0;
        jointsDone = 0;
        markCount = 0;
        sounding = null;
    }

    /** Turns to another text, and notes down what decides about it. */
    void begin(Sounding notes) {
        begin();
        sounding = notes;
    }

    /**
     * Looks at every keyword that ends in {@code (from, to]}, and at every run that starts there.
     */
    void over(Text text, int from, int to, Candidates candidates) {
        KeywordAutomaton automaton = set.automaton();
        for (int at = from; at < to; at += STEP) {
            int end = Math.min(to, at + STEP);
            int count = automaton.scan(text.bytes(), text.from(), at, end, hits);
            for (int i = 0; i < count; i++) {
                int accepting = automaton.accepting(hits[i]);
                confirm(text, accepting, KeywordAutomaton.end(hits[i]), candidates);
            }
            decodeEscapes(text, candidates);
            decodeRuns(text, at, end, candidates);
        }
    }

    /** Tries what waits for the keywords that end at an offset. */
    void confirm(Text text, int accepting, int keywordEnd, Candidates candidates) {
        int before = candidates.size();
        boolean escape = confirmer.confirm(accepting, text, keywordEnd, candidates);
        int spot = 0;
        if (sounding != null) {
            boolean silent = candidates.size() == before;
            spot = sounding.keyword(keywordEnd, accepting, silent, confirmer);
        }
        if (escape) {
            if (markCount == marks.length) {
                marks = Arrays.copyOf(marks, 2 * markCount);
            }
            marks[markCount++] = (long) keywordEnd << 32 | spot;
        }
    }

    /** Goes over the stretches around the marks of escapes that were met since the last call. */
    void decodeEscapes(Text text, Candidates candidates) {
        int count = markCount;
        markCount = 0;
        if (count == 0 || layers == 0 || text.binary()) {
            return;
        }
        Arrays.sort(marks, 0, count);
        count = joinPieces(text, count, candidates);
        byte[] bytes = text.bytes();
        int done = index(text, escapesDone);
        int low = Spots.LOUD;
        int high = 0;
        for (int i = 0; i < count; i++) {
            int mark = (int) (marks[i] >>> 32);
            if (mark > done) {
                int lowest = Math.max(done, mark - Escapes.MAX_BEFORE);
                int start = mark;
                while (start > lowest && !isBlank(bytes[start - 1])) {
                    start--;
                }
                int highest = Math.min(text.to(), mark + Escapes.MAX_AFTER);
                int end = mark;
                while (end < highest && !isBlank(bytes[end])) {
                    end++;
                }
                done = end == highest ? Math.max(mark, end - ESCAPES_OVERLAP) : end;
                int before = candidates.size();
                inner(text, Escapes.decode(bytes, start, end), candidates);
                boolean whole =
                        end < highest && (start == text.from() || isBlank(bytes[start - 1]));
                low = whole && candidates.size() == before ? start - 1 : Spots.LOUD;
                high = end + 1;
            }
            if (sounding != null) {
                sounding.escape((int) marks[i], low, high);
            }
        }
        escapesDone = Math.max(escapesDone, text.base() + (done - text.from()));
    }

    /**
     * Goes over the pieces of text that are put together around marks.
     *
     * @return how many marks are left, in their order
     */
    private int joinPieces(Text text, int count, Candidates candidates) {
        byte[] bytes = text.bytes();
        int done = index(text, jointsDone);
        int left = 0;
        for (int i = 0; i < count; i++) {
            int mark = (int) (marks[i] >>> 32);
            if (!Joints.endsAt(bytes, mark)) {
                marks[left++] = marks[i];
                continue;
            }
            if (mark > done) {
                int lowest = Math.max(text.from(), mark - Joints.MAX_BEFORE);
                int start = Joints.lineStart(bytes, lowest, mark);
                Optional<Decoded> joined =
                        Joints.join(bytes, start, Math.min(text.to(), mark + Joints.MAX_AFTER));
                done = Math.max(mark, joined.map(Decoded::end).orElse(mark));
                inner(text, joined, candidates);
            }
            if (sounding != null) {
                sounding.escape((int) marks[i], Spots.LOUD, 0);
            }
        }
        jointsDone = Math.max(jointsDone, text.base() + (done - text.from()));
        return left;
    }

    /** Goes over every run of digits of which an aligned part lies in {@code [from, to)}. */
    void decodeRuns(Text text, int from, int to, Candidates candidates) {
        if (layers == 0 || text.binary()) {
            return;
        }
        byte[] bytes = text.bytes();
        int done = index(text, runsDone);
        int at = Base64Run.next(bytes, Math.max(from, done), to);
        while (at < to) {
            int start = Base64Run.start(bytes, at, done);
            int limit = Math.min(text.to(), start + Base64Run.MAX_DIGITS);
            int end = Base64Run.end(bytes, start, limit);
            if (end - start >= Base64Run.MIN_DIGITS) {
                int before = candidates.size();
                inner(text, Base64Run.decode(bytes, start, end), candidates);
                done = end < limit ? end : Math.max(at, end - Base64Run.OVERLAP);
                if (sounding != null) {
                    boolean whole = end < limit || limit == text.to();
                    sounding.run(text, start, end, whole, candidates.size() == before);
                }
            }
            at = Base64Run.next(bytes, Math.max(end, at + 1), to);
        }
        runsDone = Math.max(runsDone, text.base() + (done - text.from()));
    }

    /** Goes over what was decoded, in a scan of its own, for this one is in the middle of its. */
    private void inner(Text outer, Optional<Decoded> decoded, Candidates candidates) {
        if (decoded.isPresent()) {
            Text text = Text.decoded(outer, decoded.get());
            Scan scan = inner;
            if (scan == null) {
                scan = new Scan(set, confirmer, layers - 1);
                inner = scan;
            }
            scan.begin();
            scan.over(text, 0, text.to(), candidates);
        }
    }

    private static int index(Text text, long offset) {
        return (int) Math.max(text.from(), offset - text.base() + text.from());
    }

    private static boolean isBlank(int b) {
        return b >= 0 && b <= ' ';
    }
}
