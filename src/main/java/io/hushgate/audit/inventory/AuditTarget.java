package io.hushgate.audit.inventory;

import io.hushgate.run.ScanRequest.Half;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing to look at, judged as a whole.
 *
 * @param name its identity from run to run
 * @param owner who answers for it; empty when nobody is named
 * @param history whether every commit is looked at
 * @param config in place of the target's own
 * @param time after which the look at it is ended
 * @param memory megabytes of heap that the look at it may use
 */
public record AuditTarget(
        String name,
        List<Place> places,
        String owner,
        boolean history,
        Set<Half> halves,
        Optional<Path> config,
        Duration time,
        int memory) {
    public AuditTarget {
        places = List.copyOf(places);
        halves = Set.copyOf(halves);
    }

    /** The kind of its places: {@code vault, kubernetes} where they differ. */
    public String kind() {
        return String.join(", ", places.stream().map(Place::kind).distinct().toList());
    }

    /** Everything that decides what is looked at, as one line. */
    String canonical() {
        return String.join(
                "\u0001",
                name,
                places.toString(),
                String.valueOf(history),
                halves.stream().sorted().toList().toString(),
                config.map(Path::toString).orElse(""));
    }
}
