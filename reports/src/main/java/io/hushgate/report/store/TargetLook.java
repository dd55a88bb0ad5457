package io.hushgate.report.store;

import io.hushgate.report.recorded.RecordedReport;
import java.util.List;

/**
 * What became of one target in one run.
 *
 * @param target its name, which is its identity from run to run
 * @param ordinal its place in the inventory, from 1
 * @param kind what it is: {@code path}, {@code repository}, ...
 * @param owner who answers for it as a whole; empty when nobody was named
 * @param detail why it was not looked at; empty when it was
 * @param summary the report without its findings, as {@link RecordedReport} writes it; empty when
 *     it was not looked at
 * @param sightings in the report's order
 */
public record TargetLook(
        String target,
        long ordinal,
        String kind,
        String owner,
        Outcome outcome,
        String detail,
        Sight sight,
        String summary,
        List<Sighting> sightings) {
    public TargetLook {
        sightings = List.copyOf(sightings);
    }

    /** How many places hold live credentials. */
    long livePlaces() {
        return sightings.stream()
                .filter(s -> s.key().kind() == Kind.LEAK && s.state() == State.LIVE)
                .mapToLong(s -> s.item().places().size())
                .sum();
    }
}
