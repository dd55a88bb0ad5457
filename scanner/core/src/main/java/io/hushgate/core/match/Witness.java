package io.hushgate.core.match;

import io.hushgate.core.Grade;
import io.hushgate.core.rule.Rule;
import java.util.List;

/**
 * Is told what each rule decided where one of its keywords stands: to explain one place, not for
 * scans. Called by the thread that matches.
 */
public interface Witness {
    /** Takes no notice. */
    Witness NONE =
            new Witness() {
                @Override
                public boolean isWatching() {
                    return false;
                }
            };

    /** Where a rule stopped looking. */
    enum Step {
        /** The text around the keyword is not of the pattern's form. */
        PATTERN,
        /** The keyword is a part of another word. */
        WORD,
        /** No value is assigned to the name that the keyword is in. */
        ASSIGNMENT,
        /** The assigned value is not of the rule's form. */
        VALUE,
        /** The name promises something else than a credential. */
        NAME,
        /** No service of the rule is named, or no key follows. */
        SERVICE,
        /** Less random, or of fewer kinds of characters, than the rule asks. */
        RANDOMNESS,
        /** None of the words that the rule asks for is near. */
        NEAR
    }

    /**
     * A feature of an assignment and what it adds to the score.
     *
     * @param weight above zero speaks for a credential, below against
     */
    record Weighed(String feature, double weight) {}

    /** Tells whether it is worth weighing anew what is to be explained. */
    default boolean isWatching() {
        return true;
    }

    /**
     * A rule stopped.
     *
     * @param offset of the keyword in the artifact's text
     */
    default void stopped(Rule rule, long offset, Step step) {}

    /**
     * A rule that weighs an assignment weighed one.
     *
     * @param score the probability that it is a credential, 0 to 1
     * @param needed the least score of one that is reported
     */
    default void weighed(
            Rule rule, long offset, double score, double needed, List<Weighed> features) {}

    /**
     * A rule matched {@code [start, end)} of the artifact's text. It is delivered unless a more
     * specific rule matched some of the same bytes.
     */
    default void graded(Rule rule, long start, long end, Grade grade) {}
}
