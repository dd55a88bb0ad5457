package io.hushgate.report.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Gives up the details of old runs: what each look saw. What stays is which issues came and went
 * and when, the counts, and the digests, so that the chain can still be verified.
 *
 * @param looks whose details were given up
 * @param items that nothing refers to any more
 */
public record Pruning(long looks, long items) {
    /**
     * Prunes every ended run before {@code firstKept}, and records that on the chain.
     *
     * @param store opened to write
     */
    public static Pruning before(Store store, long firstKept, Instant at) {
        Sql sql = store.sql();
        long looks =
                sql.first(
                                row -> row.getLong(1),
                                "select count(*) from look where run < ? and pruned = 0",
                                firstKept)
                        .orElse(0L);
        if (looks == 0) {
            return new Pruning(0, 0);
        }
        Counter items = new Counter();
        sql.atOnce(() -> {
            sql.update("delete from sighting where run < ?", firstKept);
            sql.update("update look set pruned = 1 where run < ?", firstKept);
            items.count =
                    sql.update(
                            "delete from item where not exists"
                                    + " (select 1 from sighting where sighting.item = item.digest)"
                                    + " and not exists"
                                    + " (select 1 from turn where turn.item = item.digest)");
            Chain.append(
                    sql,
                    Chain.next(
                            sql,
                            Link.Kind.PRUNE,
                            firstKept,
                            at,
                            Digests.of("prune", firstKept, looks)));
        });
        sql.update("vacuum");
        return new Pruning(looks, items.count);
    }

    /** The first run that began at or after a time; empty when there is none. */
    public static Optional<Long> firstSince(Store store, Instant time) {
        return store.sql().query(Rows::run, Rows.RUN + " order by number").stream()
                .filter(run -> !run.began().isBefore(time))
                .map(Run::number)
                .findFirst();
    }

    /** A number that a transaction gives back. */
    private static final class Counter {
        private long count;
    }
}
