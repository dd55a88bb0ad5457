package io.hushgate.report.history;

import java.time.Instant;
import java.util.Optional;

/**
 * When something that runs saw came and went.
 *
 * @param target the name that its {@link Audit.Target} has
 * @param owner who answers for the place, as CODEOWNERS has it
 * @param introduced when it was written, by the commit that did; empty where nobody knows
 * @param firstSeen by a run
 * @param lastSeen by a run
 * @param ending how it went; empty while it is open
 * @param reopened how often it came back
 */
public record Life(
        String target,
        Subject subject,
        Optional<String> owner,
        Optional<Instant> introduced,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Ending> ending,
        int reopened) {

    /**
     * How something went.
     *
     * @param time of the run that missed it
     * @param rotated whether another value stands where this one stood, which is more than removed
     */
    public record Ending(Instant time, boolean rotated) {}
}
