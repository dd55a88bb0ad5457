package io.hushgate.run;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Says of findings in a history who brought them when and where they still are. Objects have no
 * name of their own: their places become {@code commit:path}. What no ref reaches any more is
 * dropped, because nobody can get it by cloning.
 */
final class Histories {
    private static final Comparator<CommitInfo> BY_TIME =
            Comparator.comparing(CommitInfo::time).thenComparing(CommitInfo::id);
    private final Map<Address, Attribution> attributions;

    Histories(Map<Address, Attribution> attributions) {
        this.attributions = attributions;
    }

    /** The addresses of findings that a history has to be asked about. */
    static boolean isPast(Address address) {
        return switch (address) {
            case Address.GitObject _, Address.CommitMessage _, Address.TagMessage _ -> true;
            case Address.Inside(var outer, _) -> isPast(outer);
            case Address.LogStep step -> isPast(step.log());
            case Address.File _,
                    Address.StandardInput _,
                    Address.Staged _,
                    Address.InCommit _,
                    Address.InLayer _,
                    Address.InImageConfig _ ->
                    false;
        };
    }

    /** The finding with its history; empty when nothing that reaches it is left. */
    Optional<Finding> attributed(Finding finding) {
        List<Location> places = new ArrayList<>();
        List<Attribution> found = new ArrayList<>();
        boolean present = false;
        for (Location place : finding.occurrences()) {
            if (!isPast(place.address())) {
                places.add(place);
                present = true;
                continue;
            }
            Attribution attribution = attributions.get(outermost(place.address()));
            if (attribution != null) {
                found.add(attribution);
                places.addAll(named(place, attribution));
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attribution> history = joined(found);
        boolean inHead = present || history.map(Attribution::inHead).orElse(true);
        return Optional.of(
                finding.past(
                        places, inHead ? present(finding) : FindingState.HISTORY_ONLY, history));
    }

    /** What is there now; the bytes of a log stay those of a log. */
    private static FindingState present(Finding finding) {
        return finding.state() == FindingState.LOG ? FindingState.LOG : FindingState.HEAD;
    }

    /** The artifact that a source handed over, whatever was found inside of it. */
    static Address outermost(Address address) {
        if (address instanceof Address.LogStep step) {
            return outermost(step.log());
        }
        return address instanceof Address.Inside(var outer, _) ? outermost(outer) : address;
    }

    private static List<Location> named(Location place, Attribution attribution) {
        if (!(outermost(place.address()) instanceof Address.GitObject)) {
            return List.of(place);
        }
        return attribution.paths().stream()
                .map(path ->
                        new Location(renamed(place.address(), attribution, path), place.region()))
                .toList();
    }

    private static Address renamed(Address address, Attribution attribution, String path) {
        if (address instanceof Address.LogStep(var log, var job, var step)) {
            return new Address.LogStep(renamed(log, attribution, path), job, step);
        }
        return address instanceof Address.Inside(var outer, var entry)
                ? new Address.Inside(renamed(outer, attribution, path), entry)
                : new Address.InCommit(attribution.first().id(), path);
    }

    /** The history of a value that thousands of objects may hold. */
    private static Optional<Attribution> joined(List<Attribution> found) {
        if (found.size() < 2) {
            return found.stream().findFirst();
        }
        TreeSet<String> paths = new TreeSet<>();
        TreeSet<String> refs = new TreeSet<>();
        CommitInfo first = found.getFirst().first();
        CommitInfo last = found.getFirst().last();
        boolean inHead = false;
        for (Attribution each : found) {
            paths.addAll(each.paths());
            refs.addAll(each.refs());
            first = BY_TIME.compare(each.first(), first) < 0 ? each.first() : first;
            last = BY_TIME.compare(each.last(), last) > 0 ? each.last() : last;
            inHead |= each.inHead();
        }
        return Optional.of(
                new Attribution(first, last, List.copyOf(paths), inHead, List.copyOf(refs)));
    }
}
