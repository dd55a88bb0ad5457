package io.hushgate.report.store;

import io.hushgate.report.recorded.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what runs wrote. */
public final class RunReader {
    private final Sql sql;

    private RunReader(Sql sql) {
        this.sql = sql;
    }

    /** Reads a store. */
    public static RunReader of(Store store) {
        return new RunReader(store.sql());
    }

    /** Every run, the oldest first. */
    public List<Run> runs() {
        return sql.query(Rows::run, Rows.RUN + " order by number");
    }

    /** The looks of a run, in the order of its inventory. */
    public List<Look> looks(long run) {
        return sql.query(Rows::look, Rows.LOOK + " where run = ?", run).stream()
                .sorted(Comparator.comparingLong(Look::ordinal).thenComparing(Look::target))
                .toList();
    }

    /** What a look saw, in the report's order; nothing when its details were given up. */
    public List<Item> items(Look look) {
        return sql.query(
                row -> Item.read(row.getString(1)),
                "select item.body from sighting join item on item.digest = sighting.item"
                        + " where sighting.run = ? and sighting.target = ? order by sighting.ordinal",
                look.run(),
                look.target());
    }

    /** Where each issue stands after a run that is open, accepted, or was fixed by it. */
    public List<Standing> standings(Chronicle chronicle, long run) {
        Map<String, Map<IssueKey, Item>> seen = new HashMap<>();
        for (Look look : looks(run)) {
            Map<IssueKey, Item> items = seen.computeIfAbsent(look.target(), _ -> new HashMap<>());
            items(look).forEach(item -> items.putIfAbsent(IssueKey.of(item), item));
        }
        List<Standing> standings = new ArrayList<>();
        for (Lifecycle lifecycle : chronicle.lifecycles()) {
            Change change = lifecycle.changeIn(run);
            if (change == Change.NONE) {
                continue;
            }
            Turn last = lifecycle.turnAt(run).orElseThrow();
            Item item =
                    Optional.ofNullable(seen.get(lifecycle.target()))
                            .map(items -> items.get(lifecycle.key()))
                            .orElseGet(() -> chronicle.item(last));
            standings.add(
                    new Standing(
                            lifecycle.target(),
                            lifecycle.key(),
                            change,
                            last.state(),
                            chronicle.began(lifecycle.turns().getFirst().run()),
                            chronicle.began(chronicle.lastSeen(lifecycle, run)),
                            item));
        }
        return standings.stream().sorted().toList();
    }
}
