package io.hushgate.baseline;

import io.hushgate.core.Suppression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comment in a line by which somebody allows the value in it: {@code hushgate:allow RULE reason
 * until=2027-01-31}, or another scanner's, which names neither rule nor reason.
 *
 * @param rules that it allows, as written; empty for all
 * @param reason empty when none is given
 * @param until the last day on which it counts, or the text that is no day
 */
public record AllowComment(String mark, List<String> rules, String reason, Optional<Until> until) {
    private static final String OURS = "hushgate:allow";
    private static final String UNTIL = "until=";

    /** Comments of markup and code end so. */
    private static final Set<String> CLOSERS = Set.of("-->", "*/", "#}", "%>", "--%>", "}}");

    /** A day, or what somebody wrote in its place. */
    public record Until(String written, Optional<LocalDate> day) {}

    public AllowComment {
        rules = List.copyOf(rules);
    }

    /** Reads a comment from its mark on. */
    public static AllowComment parse(String remark) {
        if (!remark.startsWith(OURS)) {
            return new AllowComment(remark, List.of(), remark, Optional.empty());
        }
        List<String> words = new ArrayList<>();
        Optional<Until> until = Optional.empty();
        for (String word : remark.substring(OURS.length()).strip().split("\\s+", -1)) {
            if (word.startsWith(UNTIL)) {
                until = Optional.of(until(word.substring(UNTIL.length())));
            } else if (!word.isEmpty() && !CLOSERS.contains(word)) {
                words.add(word);
            }
        }
        List<String> rules =
                words.isEmpty() ? List.of() : List.of(words.removeFirst().split(",", -1));
        return new AllowComment(OURS, rules, String.join(" ", words), until);
    }

    private static Until until(String written) {
        try {
            return new Until(written, Optional.of(LocalDate.parse(written)));
        } catch (DateTimeException e) {
            return new Until(written, Optional.empty());
        }
    }

    /** Tells whether it is ours, which has to name a rule and a reason. */
    public boolean isOurs() {
        return mark.equals(OURS);
    }

    /** Tells whether its last day, if it has one, is over. */
    public boolean hasExpired(LocalDate today) {
        return until.flatMap(Until::day).filter(today::isAfter).isPresent();
    }

    /** What reports show of it. */
    public Suppression suppression() {
        return new Suppression(
                reason, "a comment in the line", Optional.empty(), until.flatMap(Until::day));
    }
}
