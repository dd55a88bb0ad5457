package io.hushgate.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a user probably meant: the known word with the fewest letters to change. */
public final class Nearest {
    private static final int MOST_CHANGES = 3;

    private Nearest() {}

    /**
     * The nearest known word; empty when none is within a third of the letters, and three at most.
     */
    public static Optional<String> of(String given, Collection<String> known) {
        int most = Math.min(MOST_CHANGES, Math.max(1, given.length() / 3));
        LevenshteinDistance distance = new LevenshteinDistance(most);
        return known.stream()
                .filter(word -> distance.apply(given, word) >= 0)
                .min(
                        Comparator.comparing((String word) -> distance.apply(given, word))
                                .thenComparing(Comparator.naturalOrder()));
    }
}
