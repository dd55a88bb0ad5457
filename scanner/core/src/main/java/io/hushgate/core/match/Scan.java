package io.hushgate.core.match;

import io.hushgate.core.decode.Base64Run;
import io.hushgate.core.decode.Decoded;
import io.hushgate.core.decode.Escapes;
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
    private int[] marks = new int[64];
    private int markCount;
    private @Nullable Scan inner;

    /** How far runs and escapes were decoded, as offsets of the text at depth 0. */
    private long runsDone;

    private long escapesDone;

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
    }

    /**
     * Looks at every keyword that ends in {@code (from, to]}, and at every run that starts there.
     */
    void over(Text text, int from, int to, Candidates candidates) {
        KeywordAutomaton automaton = set.automaton();
        for (int at = from; at < to; at += STEP) {
            int end = Math.min(to, at + STEP);
            int count = automaton.scan(text.bytes(), text.from(), at, end, hits);
            markCount = 0;
            for (int i = 0; i < count; i++) {
                int accepting = automaton.accepting(hits[i]);
                int keywordEnd = KeywordAutomaton.end(hits[i]);
                if (confirmer.confirm(accepting, text, keywordEnd, candidates)) {
                    mark(keywordEnd);
                }
            }
            if (layers > 0 && !text.binary()) {
                decodeEscapes(text, candidates);
                decodeRuns(text, at, end, candidates);
            }
        }
    }

    private void mark(int at) {
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * markCount);
        }
        marks[markCount++] = at;
    }

    private void decodeEscapes(Text text, Candidates candidates) {
        Arrays.sort(marks, 0, markCount);
        byte[] bytes = text.bytes();
        int done = index(text, escapesDone);
        for (int i = 0; i < markCount; i++) {
            int mark = marks[i];
            if (mark <= done) {
                continue;
            }
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
            inner(text, Escapes.decode(bytes, start, end), candidates);
        }
        escapesDone = Math.max(escapesDone, text.base() + (done - text.from()));
    }

    private void decodeRuns(Text text, int from, int to, Candidates candidates) {
        byte[] bytes = text.bytes();
        int done = index(text, runsDone);
        int at = Base64Run.next(bytes, Math.max(from, done), to);
        while (at < to) {
            int start = Base64Run.start(bytes, at, done);
            int limit = Math.min(text.to(), start + Base64Run.MAX_DIGITS);
            int end = Base64Run.end(bytes, start, limit);
            if (end - start >= Base64Run.MIN_DIGITS) {
                inner(text, Base64Run.decode(bytes, start, end), candidates);
                done = end < limit ? end : Math.max(at, end - Base64Run.OVERLAP);
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
