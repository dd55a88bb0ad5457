package io.hushgate.report.store;

import io.hushgate.core.FindingState;
import io.hushgate.report.recorded.Item;

/**
 * An issue as one look saw it.
 *
 * @param body the item as its line of JSON
 */
public record Sighting(Item item, String body) {
    /** What is told of an issue. */
    public static Sighting of(Item item) {
        return new Sighting(item, item.body());
    }

    /** What another process told of an issue. */
    public static Sighting read(String body) {
        return new Sighting(Item.read(body), body);
    }

    IssueKey key() {
        return IssueKey.of(item);
    }

    /** {@link State#LIVE}, {@link State#PAST} or {@link State#ACCEPTED}. */
    State state() {
        return switch (item) {
            case Item.Leak(var finding, _) ->
                    finding.suppression().isPresent()
                            ? State.ACCEPTED
                            : finding.state() == FindingState.HISTORY_ONLY
                                    ? State.PAST
                                    : State.LIVE;
            case Item.Complaint(var violation, _) ->
                    violation.suppression().isPresent() ? State.ACCEPTED : State.LIVE;
        };
    }

    String digest() {
        return Digests.of(body);
    }
}
