package io.hushgate.report.html;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.LayerPlace;
import io.hushgate.report.history.Life;
import io.hushgate.report.html.Item.Event;
import io.hushgate.report.html.Item.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The life of one credential as a list of events: written in a commit, copied into layers, printed
 * in logs, seen by runs. What has a time comes first, by time; then layers and logs, which have
 * none.
 */
final class Timeline {
    /** More than anybody follows; the places of the item tell all. */
    private static final int MOST_UNTIMED = 40;

    private static final int SHORT_COMMIT = 10;

    private Timeline() {}

    static List<Event> of(Finding finding, Optional<Life> life) {
        List<Event> timed = new ArrayList<>();
        finding.attribution().ifPresent(history -> commits(history, finding.state(), timed));
        life.ifPresent(seen -> runs(seen, timed));
        List<Event> events = sorted(timed);
        List<Event> untimed = new ArrayList<>();
        finding.layers().forEach(layer -> untimed.add(layer(layer)));
        finding.occurrences().forEach(place -> log(place.address()).ifPresent(untimed::add));
        untimed.stream().distinct().limit(MOST_UNTIMED).forEach(events::add);
        if (untimed.size() > MOST_UNTIMED) {
            events.add(
                    new Event(
                            Optional.empty(),
                            Lane.LAYER,
                            "and %s more".formatted(untimed.size() - MOST_UNTIMED)));
        }
        events.add(now(finding.state(), finding.suppression().isPresent()));
        return List.copyOf(events);
    }

    /** The life of a violation, as far as runs know it. */
    static List<Event> of(boolean accepted, Optional<Life> life) {
        if (life.isEmpty()) {
            return List.of();
        }
        List<Event> timed = new ArrayList<>();
        runs(life.get(), timed);
        List<Event> events = sorted(timed);
        events.add(now(FindingState.HEAD, accepted));
        return List.copyOf(events);
    }

    private static List<Event> sorted(List<Event> timed) {
        timed.sort(Comparator.comparing(event -> event.time().orElse(Instant.MAX)));
        return timed;
    }

    private static void commits(Attribution history, FindingState state, List<Event> events) {
        events.add(commit(history.first(), "Written"));
        boolean gone = state == FindingState.HISTORY_ONLY;
        if (gone || !history.last().id().equals(history.first().id())) {
            events.add(commit(history.last(), gone ? "Last commit that held it" : "Last changed"));
        }
    }

    private static Event commit(CommitInfo commit, String what) {
        String id = commit.id().substring(0, Math.min(SHORT_COMMIT, commit.id().length()));
        return new Event(
                Optional.of(commit.time()),
                Lane.COMMIT,
                "%s by %s, commit %s".formatted(what, commit.author(), id));
    }

    private static void runs(Life life, List<Event> events) {
        events.add(new Event(Optional.of(life.firstSeen()), Lane.RUN, "First seen by an audit"));
        if (life.reopened() > 0) {
            events.add(
                    new Event(
                            Optional.of(life.lastSeen()),
                            Lane.RUN,
                            life.reopened() == 1
                                    ? "Back after it was gone"
                                    : "Back after it was gone, %s times"
                                            .formatted(life.reopened())));
        }
    }

    private static Event layer(LayerPlace place) {
        String layer =
                place.number() == 0
                        ? "The configuration"
                        : "Layer %s of %s".formatted(place.number(), place.count());
        String text =
                "%s of %s%s%s%s"
                        .formatted(
                                layer,
                                place.image(),
                                place.maker().map(maker -> ", by " + maker).orElse(""),
                                place.base() ? ", of the base image" : "",
                                place.hidden() ? "; a later layer hides it" : "");
        return new Event(Optional.empty(), Lane.LAYER, text);
    }

    private static Optional<Event> log(Address address) {
        return switch (address) {
            case Address.LogStep printed ->
                    Optional.of(
                            new Event(
                                    Optional.empty(),
                                    Lane.LOG,
                                    printed.place().isEmpty()
                                            ? "Printed in log %s".formatted(printed.log().text())
                                            : "Printed by %s in log %s"
                                                    .formatted(
                                                            printed.place(),
                                                            printed.log().text())));
            case Address.Inside(var outer, _) -> log(outer);
            case Address.File _,
                    Address.StandardInput _,
                    Address.Staged _,
                    Address.InCommit _,
                    Address.GitObject _,
                    Address.CommitMessage _,
                    Address.TagMessage _,
                    Address.InLayer _,
                    Address.InImageConfig _ ->
                    Optional.empty();
        };
    }

    private static Event now(FindingState state, boolean accepted) {
        String where =
                switch (state) {
                    case HEAD -> "Still there";
                    case HISTORY_ONLY -> "Out of the files, still in the history";
                    case HIDDEN_LAYER -> "Deleted by a later layer, still in the image";
                    case LOG -> "Still in the log";
                };
        return new Event(Optional.empty(), Lane.NOW, where + (accepted ? ", accepted" : ""));
    }
}
