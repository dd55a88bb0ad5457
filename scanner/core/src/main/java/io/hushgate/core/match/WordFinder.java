package io.hushgate.core.match;

import java.util.List;

/**
 * Finds where words occur in a text, all of them in one pass, ASCII letters without regard to case.
 * For detectors that are not rules of a {@link RuleSet}. Immutable, to be shared.
 */
public final class WordFinder {
    private static final int STEP = 64 * 1024;

    private final KeywordAutomaton automaton;
    private final int[][] words;

    private WordFinder(AutomatonBuilder.Built built) {
        this.automaton = built.automaton();
        this.words = built.keywords();
    }

    /**
     * Prepares for words.
     *
     * @param words in lower case, ASCII, none empty, all different; known by their index from then
     *     on
     */
    public static WordFinder of(List<String> words) {
        return new WordFinder(AutomatonBuilder.build(words));
    }

    /** Takes what is found. */
    @FunctionalInterface
    public interface Hit {
        /** A word occurs, and ends before the offset. */
        void at(int word, int end);
    }

    /** Tells every occurrence, in no particular order. */
    public void each(byte[] text, Hit hit) {
        long[] hits = new long[Math.min(STEP, text.length)];
        for (int from = 0; from < text.length; from += STEP) {
            int to = Math.min(text.length, from + STEP);
            int count = automaton.scan(text, 0, from, to, hits);
            for (int i = 0; i < count; i++) {
                for (int word : words[automaton.accepting(hits[i])]) {
                    hit.at(word, KeywordAutomaton.end(hits[i]));
                }
            }
        }
    }
}
