package io.hushgate.core.rule;

import io.hushgate.core.Confidence;
import io.hushgate.core.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands near a credential.
 *
 * @param words one of them has to stand within {@code distance} bytes before or after, without
 *     regard to case; empty asks for none
 * @param distance bytes, up to {@value #MAX_DISTANCE}
 * @param partner the rule whose match within {@code distance} bytes completes a pair; without it
 *     the confidence is one step lower
 * @param most the highest confidence a match of this rule can have
 * @param quietPlaces path parts, in lower case, that lower the confidence by one step: {@code
 *     test}, {@code fixtures}; a part is what stands between {@code /}, {@code .}, {@code -} and
 *     {@code _}
 */
public record Surroundings(
        List<String> words,
        int distance,
        Optional<RuleId> partner,
        Confidence most,
        List<String> quietPlaces) {
    /** Further away is another subject, and the engine keeps no more in memory. */
    public static final int MAX_DISTANCE = 2048;

    /** Asks for nothing. */
    public static final Surroundings ANY =
            new Surroundings(List.of(), 0, Optional.empty(), Confidence.HIGH, List.of());

    public Surroundings {
        words = lowerCase(words);
        quietPlaces = lowerCase(quietPlaces);
        if (distance < 0 || distance > MAX_DISTANCE) {
            throw new IllegalArgumentException("distance is 0 to " + MAX_DISTANCE + " bytes");
        }
        if (distance == 0 && (!words.isEmpty() || partner.isPresent())) {
            throw new IllegalArgumentException("words and partners need a distance above zero");
        }
    }

    /**
     * Lower-case words, sorted, each once. Every start asks this for every rule, of words that are
     * in order already, as they were when the build wrote them.
     */
    static List<String> lowerCase(List<String> words) {
        if (isInOrder(words)) {
            return List.copyOf(words);
        }
        TreeSet<String> lower = new TreeSet<>();
        for (String word : words) {
            lower.add(word.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(lower);
    }

    private static boolean isInOrder(List<String> words) {
        @Nullable String last = null;
        for (String word : words) {
            if (!isLower(word) || (last != null && last.compareTo(word) >= 0)) {
                return false;
            }
            last = word;
        }
        return true;
    }

    private static boolean isLower(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c >= 'A' && c <= 'Z') || c > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
