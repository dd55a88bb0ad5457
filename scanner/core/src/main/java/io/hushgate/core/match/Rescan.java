package io.hushgate.core.match;

import io.hushgate.core.Copies;
import io.hushgate.core.Lineage;
import io.hushgate.core.Memo;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scans a text that was made from another one, and finds what {@link Scan} alone would find. Only
 * what is new, and a keyword's length after each seam, is searched for keywords; those of the base
 * are carried over. One is tried again unless all bytes that decided about it lie in one copied
 * stretch and nothing was found there. Runs of digits likewise. One per thread.
 *
 * <pre>
 *   base   ....k....[..k......k..]..k......      k: a keyword, [ ]: a stretch that is copied
 *   text   ::::::[::..k......k..]:::::           :  searched for keywords
 * </pre>
 *
 * <p>The text starts with its array: offsets are indices.
 */
final class Rescan {
    /**
     * How far from a seam a run is left alone: a new run either lies within this of a seam, being
     * short on both sides, or holds digits of a run of the base.
     */
    private static final int RUN_MARGIN = 64;

    /** Stands before every offset, and after every one that says that nothing is silent there. */
    private static final int FIRST = Spots.LOUD + 1;

    private final RuleSet set;
    private final Scan scan;
    private final FreshHits fresh;
    private final Sounding sounding = new Sounding();
    private final int longest;
    private long[] zones = new long[64];
    private int zoneCount;

    // The text at hand.
    private @Nullable Silence base;
    private Copies copies = Lineage.NONE.copies();
    private int length;
    private boolean notes;

    Rescan(RuleSet set, Scan scan) {
        this.set = set;
        this.scan = scan;
        this.fresh = new FreshHits(set.automaton());
        this.longest = set.automaton().longest();
    }

    /** How the text is encoded, when it starts with all that tells so of its base; else null. */
    static @Nullable Encoding encodingOfBase(Lineage lineage) {
        Memo memo = lineage.base();
        Copies copies = lineage.copies();
        boolean sameStart =
                copies.count() > 0
                        && copies.from(0) == 0
                        && copies.to(0) == 0
                        && copies.length(0) >= Encoding.SNIFFED;
        Silence known = memo != null && sameStart ? memo.note(Silence.class) : null;
        if (known == null) {
            return null;
        }
        return known.binary() ? Encoding.BINARY : Encoding.ASCII_BASED;
    }

    /** Scans a text from its start to its end, and leaves a note for those made from it. */
    void over(Text text, Lineage lineage, String path, Candidates candidates) {
        length = text.to();
        base = base(lineage.base(), path, text.binary());
        copies = lineage.copies();
        Memo own = lineage.own();
        notes = own != null;
        if (notes) {
            sounding.begin();
            scan.begin(sounding);
        } else {
            scan.begin();
        }
        keywords(text, candidates);
        scan.decodeEscapes(text, candidates);
        runs(text, candidates);
        if (own != null && sounding.isUsable()) {
            own.leave(sounding.silence(set, path, text.binary()));
        }
        base = null;
    }

    /** What is known of the base, if it was scanned with the same rules in the same way. */
    private @Nullable Silence base(@Nullable Memo memo, String path, boolean binary) {
        Silence known = memo == null ? null : memo.note(Silence.class);
        boolean fits =
                known != null
                        && known.set() == set
                        && known.binary() == binary
                        && known.path().equals(path);
        return fits ? known : null;
    }

    private int copyCount() {
        return base == null ? 0 : copies.count();
    }

    /** Tells whether a stretch starts both texts. */
    private boolean isHead(int copy) {
        return copies.from(copy) == 0 && copies.to(copy) == 0;
    }

    /** Tells whether a stretch ends both texts. */
    private boolean isTail(int copy) {
        int bytes = copies.length(copy);
        return copies.from(copy) + bytes == copies.baseLength()
                && copies.to(copy) + bytes == length;
    }

    /** The first offset of the base that is known to be the same, with room before it. */
    private int low(int copy, int margin) {
        return isHead(copy) ? FIRST : copies.from(copy) + margin;
    }

    private int high(int copy, int margin) {
        return isTail(copy) ? Integer.MAX_VALUE : copies.from(copy) + copies.length(copy) - margin;
    }

    /** Up to here keywords are searched for before a stretch, in the text. */
    private int freshEnd(int copy) {
        return isHead(copy) ? 0 : copies.to(copy) + longest - 1;
    }

    private void keywords(Text text, Candidates candidates) {
        fresh.begin();
        int done = 0;
        for (int c = 0; c < copyCount(); c++) {
            if (freshEnd(c) > done) {
                fresh.take(text, done, freshEnd(c));
            }
            done = copies.to(c) + copies.length(c);
        }
        if (length > done) {
            fresh.take(text, done, length);
        }
        fresh.finish();
        int next = 0;
        for (int c = 0; c < copyCount(); c++) {
            next = confirmFresh(text, next, freshEnd(c), candidates);
            carryOver(text, c, candidates);
        }
        confirmFresh(text, next, length, candidates);
    }

    private int confirmFresh(Text text, int from, int upTo, Candidates candidates) {
        int i = from;
        for (; i < fresh.count() && fresh.end(i) <= upTo; i++) {
            scan.confirm(text, fresh.accepting(i), fresh.end(i), candidates);
        }
        return i;
    }

    /** Takes over the keywords of the base that lie in a stretch. */
    private void carryOver(Text text, int copy, Candidates candidates) {
        if (base == null) {
            return;
        }
        Spots keywords = base.keywords();
        int shift = copies.to(copy) - copies.from(copy);
        int low = low(copy, 0);
        int high = high(copy, 0);
        int last = copies.from(copy) + copies.length(copy);
        int first = isHead(copy) ? 0 : copies.from(copy) + longest;
        for (int k = keywords.firstFrom(first);
                k < keywords.count() && keywords.at(k) <= last;
                k++) {
            if (!keywords.isSilent(k, low, high)) {
                scan.confirm(text, keywords.what(k), keywords.at(k) + shift, candidates);
            } else if (notes) {
                sounding.keptKeyword(keywords, k, shift);
            }
        }
    }

    private void runs(Text text, Candidates candidates) {
        zoneCount = 0;
        int done = 0;
        boolean isTail = false;
        for (int c = 0; c < copyCount(); c++) {
            if (!isHead(c)) {
                zone(done - RUN_MARGIN, copies.to(c) + RUN_MARGIN);
            }
            brokenRuns(c);
            done = copies.to(c) + copies.length(c);
            isTail = isTail(c);
        }
        if (!isTail) {
            zone(done - RUN_MARGIN, length);
        }
        Arrays.sort(zones, 0, zoneCount);
        int from = 0;
        int to = 0;
        for (int i = 0; i < zoneCount; i++) {
            int start = (int) (zones[i] >>> 32);
            if (start > to) {
                scan.decodeRuns(text, from, to, candidates);
                from = start;
            }
            to = Math.max(to, (int) zones[i]);
        }
        scan.decodeRuns(text, from, to, candidates);
    }

    /** Adds what is left of the runs that a stretch cuts, and of those that hold something. */
    private void brokenRuns(int copy) {
        if (base == null) {
            return;
        }
        Spots runs = base.runs();
        int shift = copies.to(copy) - copies.from(copy);
        int low = low(copy, RUN_MARGIN);
        int high = high(copy, RUN_MARGIN);
        int from = copies.from(copy);
        int to = from + copies.length(copy);
        int first = runs.firstFrom(from);
        for (int r = Math.max(0, first - 1); r < runs.count() && runs.at(r) < to; r++) {
            int end = runs.what(r);
            if (end <= from) {
                continue;
            }
            if (!runs.isSilent(r, low, high)) {
                zone(Math.max(from, runs.at(r)) + shift, Math.min(to, end) + shift);
            } else if (notes) {
                sounding.keptRun(runs, r, shift);
            }
        }
    }

    private void zone(int from, int to) {
        if (zoneCount == zones.length) {
            zones = Arrays.copyOf(zones, 2 * zoneCount);
        }
        zones[zoneCount++] = (long) Math.max(0, from) << 32 | Math.min(length, to);
    }
}
