package io.hushgate.report.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A link of the chain that records hang on: each is hashed with the one before, so whoever knows a
 * later hash can tell that no earlier record was changed, left out or put in.
 *
 * @param number from 1, without gaps
 * @param subject the number of the run that ended; for a pruning the first run that was kept
 * @param content digest of the run with all its looks, or of what was pruned
 * @param hash SHA-256 over the hash before and all of this
 */
public record Link(long number, Kind kind, long subject, Instant at, String content, String hash) {
    /** What stands before the first link. */
    static final String BEGINNING = "";

    /** What a link records. */
    public enum Kind {
        RUN,
        PRUNE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    static Link after(
            String previous, long number, Kind kind, long subject, Instant at, String content) {
        String hash = Digests.of(previous, number, kind.label(), subject, at, content);
        return new Link(number, kind, subject, at, content, hash);
    }

    /** The content of a run that ended. */
    static String content(Run run, List<Look> looks) {
        Digests digests =
                Digests.begin()
                        .add(run.number(), run.inventory(), run.inventoryDigest())
                        .add(run.program(), run.keyId(), run.began(), run.ended().orElseThrow());
        looks.stream()
                .sorted(Comparator.comparingLong(Look::ordinal).thenComparing(Look::target))
                .forEach(look -> digests.add(look.target(), look.digest()));
        return digests.hex();
    }
}
