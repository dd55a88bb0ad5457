package io.hushgate.core.match;

/**
 * Notes down, while a text is scanned, where its keywords and runs are and what decides about them.
 * One per thread, used for one text after the other; the text starts with its array.
 */
final class Sounding {
    /** A line of digits goes on over a line end and this much more. */
    private static final int LINE_END = 68;

    /** What decides whether a run of digits starts a block or goes on with one. */
    private static final int LINE_BEFORE = LINE_END + 64;

    private final Spots keywords = new Spots();
    private final Spots runs = new Spots();
    private final Spots keptRuns = new Spots();
    private final Spots allRuns = new Spots();
    private boolean usable;

    void begin() {
        keywords.clear();
        runs.clear();
        keptRuns.clear();
        usable = true;
    }

    /** Notes a keyword that was tried, and returns its number. */
    int keyword(int end, int accepting, boolean silent, Confirmer answered) {
        int low = silent ? answered.lookedFrom() : Spots.LOUD;
        keywords.add(end, accepting, low, answered.lookedTo());
        return keywords.count() - 1;
    }

    /** Notes a keyword of which the base says that nothing is found. */
    void keptKeyword(Spots base, int i, int shift) {
        keywords.add(base.at(i) + shift, base.what(i), base.low(i) + shift, base.high(i) + shift);
    }

    /** Notes what decides about the escapes around a keyword that is a mark of them. */
    void escape(int keyword, int low, int high) {
        keywords.widen(keyword, low, high);
    }

    /**
     * Notes a run that was decoded.
     *
     * @param whole whether it was taken in one piece; of others nothing can be said
     */
    void run(Text text, int start, int end, boolean whole, boolean silent) {
        usable &= whole;
        int before = start > text.from() ? text.bytes()[start - 1] : ' ';
        int low = before >= 0 && before <= ' ' ? start - LINE_BEFORE : start - 1;
        runs.add(start, end, silent ? Math.max(-1, low) : Spots.LOUD, end + LINE_END);
    }

    /** Notes a run of which the base says that nothing is found. */
    void keptRun(Spots base, int i, int shift) {
        keptRuns.add(
                base.at(i) + shift,
                base.what(i) + shift,
                base.low(i) + shift,
                base.high(i) + shift);
    }

    /** Tells whether everything could be noted. */
    boolean isUsable() {
        return usable;
    }

    /** What was noted of a text. */
    Silence silence(RuleSet set, String path, boolean binary) {
        allRuns.clear();
        int kept = 0;
        for (int i = 0; i < runs.count(); i++) {
            kept = addKept(kept, runs.at(i));
            allRuns.add(runs.at(i), runs.what(i), runs.low(i), runs.high(i));
        }
        addKept(kept, Integer.MAX_VALUE);
        return new Silence(set, path, binary, keywords.copy(), allRuns.copy());
    }

    private int addKept(int from, int before) {
        int i = from;
        for (; i < keptRuns.count() && keptRuns.at(i) < before; i++) {
            allRuns.add(keptRuns.at(i), keptRuns.what(i), keptRuns.low(i), keptRuns.high(i));
        }
        return i;
    }
}
