package io.hushgate.report.store;

import io.hushgate.report.recorded.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** Every issue up to a run, by target and key. */
    public List<Lifecycle> lifecycles(long run) {
        Map<String, Map<IssueKey, List<Turn>>> turns = new TreeMap<>();
        sql.query(Rows::turn, Rows.TURN + " where run <= ? order by run", run)
                .forEach(turn ->
                        turns.computeIfAbsent(turn.target(), _ -> new TreeMap<>())
                                .computeIfAbsent(turn.key(), _ -> new ArrayList<>())
                                .add(turn));
        List<Lifecycle> lifecycles = new ArrayList<>();
        turns.forEach((target, byKey) ->
                byKey.forEach((key, list) -> lifecycles.add(new Lifecycle(target, key, list))));
        return lifecycles;
    }

    /** Where each issue stands after a run that is open, accepted, or was fixed by it. */
    public List<Standing> standings(long run) {
        Map<Long, Run> runs = new HashMap<>();
        runs().forEach(known -> runs.put(known.number(), known));
        Map<String, List<Long>> looked = looked(run);
        Map<String, Map<IssueKey, Item>> seen = new HashMap<>();
        for (Look look : looks(run)) {
            Map<IssueKey, Item> items = seen.computeIfAbsent(look.target(), _ -> new HashMap<>());
            items(look).forEach(item -> items.putIfAbsent(IssueKey.of(item), item));
        }
        List<Standing> standings = new ArrayList<>();
        for (Lifecycle lifecycle : lifecycles(run)) {
            Change change = lifecycle.changeIn(run);
            if (change == Change.NONE) {
                continue;
            }
            Turn last = lifecycle.turns().getLast();
            List<Long> times = looked.getOrDefault(lifecycle.target(), List.of());
            boolean absent = last.state() == State.GONE || last.state() == State.UNSEEN;
            long lastSeen =
                    times.stream()
                            .filter(number -> !absent || number < last.run())
                            .reduce(lifecycle.turns().getFirst().run(), Math::max);
            Item item =
                    Optional.ofNullable(seen.get(lifecycle.target()))
                            .map(items -> items.get(lifecycle.key()))
                            .orElseGet(() -> item(last.item()));
            standings.add(
                    new Standing(
                            lifecycle.target(),
                            lifecycle.key(),
                            change,
                            last.state(),
                            began(runs, lifecycle.turns().getFirst().run()),
                            began(runs, lastSeen),
                            item));
        }
        return standings.stream().sorted().toList();
    }

    private static Instant began(Map<Long, Run> runs, long number) {
        return Optional.ofNullable(runs.get(number)).orElseThrow().began();
    }

    /** The runs up to {@code run} that looked at each target. */
    private Map<String, List<Long>> looked(long run) {
        Map<String, List<Long>> looked = new HashMap<>();
        sql.query(
                        row -> Map.entry(row.getString(2), row.getLong(1)),
                        "select run, target from look where run <= ? and outcome = ? order by run",
                        run,
                        Outcome.LOOKED.label())
                .forEach(look ->
                        looked.computeIfAbsent(look.getKey(), _ -> new ArrayList<>())
                                .add(look.getValue()));
        return looked;
    }

    /**
     * The looks of a run, counted. A target that could not be looked at has as many places as when
     * it was last looked at: nothing says that they are fewer.
     */
    TrendPoint.Counts counts(long run) {
        List<Look> looks = looks(run);
        long looked = looks.stream().filter(look -> look.outcome() == Outcome.LOOKED).count();
        long places = 0;
        for (Look look : looks) {
            places += look.outcome() == Outcome.LOOKED ? look.livePlaces() : lastPlaces(look);
        }
        return new TrendPoint.Counts(looked, looks.size() - looked, places);
    }

    private long lastPlaces(Look failed) {
        return sql.first(
                        row -> row.getLong(1),
                        "select places from look where target = ? and run < ? and outcome = ?"
                                + " order by run desc limit 1",
                        failed.target(),
                        failed.run(),
                        Outcome.LOOKED.label())
                .orElse(0L);
    }

    /** What was said of an issue. */
    Item item(String digest) {
        return sql.first(
                        row -> Item.read(row.getString(1)),
                        "select body from item where digest = ?",
                        digest)
                .orElseThrow();
    }
}
