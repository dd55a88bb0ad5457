package io.hushgate.report.store;

import io.hushgate.core.Coverage;
import io.hushgate.core.Location;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import java.util.List;

/**
 * What a look could see: an issue that it did not meet is gone only where it could have been met.
 *
 * @param leaks whether credentials were looked for
 * @param policies whether rights were judged
 * @param history whether commits were walked
 */
public record Sight(boolean leaks, boolean policies, boolean history, Coverage coverage) {
    boolean covers(Kind kind, State last, List<Location> places) {
        boolean asked = kind == Kind.LEAK ? leaks : policies;
        boolean pastAsked = last != State.PAST || history;
        return asked && pastAsked && coverage.skipped().stream().noneMatch(s -> hides(s, places));
    }

    private static boolean hides(Skip skip, List<Location> places) {
        if (!skip.reason().isIncomplete()) {
            return false;
        }
        boolean everything =
                skip.reason() == Reason.LIMIT_TIME
                        || skip.reason() == Reason.SHALLOW
                        || skip.reason() == Reason.MISSING_OBJECT
                        || skip.reason() == Reason.CORRUPT;
        return everything || places.stream().anyMatch(place -> isIn(place, skip.address()));
    }

    private static boolean isIn(Location place, String address) {
        String text = place.address().text();
        return text.equals(address)
                || place.address().file().equals(address)
                || text.startsWith(address + "!")
                || text.startsWith(address + "/");
    }
}
