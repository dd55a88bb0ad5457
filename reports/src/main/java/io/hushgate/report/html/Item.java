package io.hushgate.report.html;

import io.hushgate.core.Confidence;
import io.hushgate.core.Severity;
import io.hushgate.core.Suppression;
import io.hushgate.report.history.Life;
import io.hushgate.report.history.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of the page's list with everything that opens below it: a finding or a violation, in the
 * words that the page shows.
 *
 * @param summary the redacted value, or what is wrong
 * @param evidence why it is believed, sentences
 * @param opens what whoever holds it reaches, the worst first; empty where nothing tells
 * @param state where a credential still is; empty for violations
 * @param places at least one; the first is shown in the list
 * @param steps what to do, in order
 * @param since the earliest moment at which it is known to have been there
 */
record Item(
        Subject subject,
        String target,
        String title,
        Severity severity,
        Confidence confidence,
        String summary,
        List<String> evidence,
        List<String> opens,
        String state,
        List<Place> places,
        List<String> steps,
        List<String> references,
        List<Event> timeline,
        Optional<Suppression> accepted,
        Optional<Life> life,
        Optional<Instant> since) {
    /**
     * Where something stands.
     *
     * @param file or the whole address where there is none
     * @param note the commit, layer or step it was read from, and what the place has to do with it;
     *     empty where that is plain
     */
    record Place(String file, int line, int column, String note) {}

    /** What a timeline has lanes for. */
    enum Lane {
        COMMIT,
        LAYER,
        LOG,
        RUN,
        NOW
    }

    /**
     * A moment in the life of a credential.
     *
     * @param time empty where nobody noted it: layers and logs have an order and no clock
     */
    record Event(Optional<Instant> time, Lane lane, String text) {}

    boolean isOpen() {
        return accepted.isEmpty();
    }
}
