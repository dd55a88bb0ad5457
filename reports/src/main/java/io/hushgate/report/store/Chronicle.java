package io.hushgate.report.store;

import io.hushgate.core.CommitInfo;
import io.hushgate.report.recorded.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that came and went up to a run, loaded once: runs, how the look at each target ended,
 * and the turns of each issue with what was said of it then. Pruning takes none of it away.
 */
public final class Chronicle {
    private final NavigableMap<Long, Run> runs = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Glance>> looks = new TreeMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final List<Lifecycle> lifecycles = new ArrayList<>();
    private final Map<String, List<Lifecycle>> byTargetAndCheck = new HashMap<>();

    private Chronicle() {}

    /** A look at a target in three values. */
    record Glance(Outcome outcome, boolean complete, long places) {}

    /** Loads it from a store. */
    public static Chronicle upTo(Store store, long run) {
        Sql sql = store.sql();
        Chronicle chronicle = new Chronicle();
        sql.query(Rows::run, Rows.RUN + " where number <= ?", run)
                .forEach(known -> chronicle.runs.put(known.number(), known));
        chronicle.loadLooks(sql, run);
        chronicle.loadTurns(sql, run);
        return chronicle;
    }

    private void loadLooks(Sql sql, long run) {
        sql.query(
                row ->
                        looks.computeIfAbsent(row.getString(2), _ -> new TreeMap<>())
                                .put(
                                        row.getLong(1),
                                        new Glance(
                                                Outcome.of(row.getString(3)),
                                                row.getLong(4) != 0,
                                                row.getLong(5))),
                "select run, target, outcome, complete, places from look where run <= ?",
                run);
    }

    private void loadTurns(Sql sql, long run) {
        Map<String, Map<IssueKey, List<Turn>>> turns = new TreeMap<>();
        sql.query(Rows::turn, Rows.TURN + " where run <= ? order by run", run)
                .forEach(turn ->
                        turns.computeIfAbsent(turn.target(), _ -> new TreeMap<>())
                                .computeIfAbsent(turn.key(), _ -> new ArrayList<>())
                                .add(turn));
        sql.query(
                row -> items.put(row.getString(1), Item.read(row.getString(2))),
                "select digest, body from item where exists"
                        + " (select 1 from turn where turn.item = item.digest and turn.run <= ?)",
                run);
        turns.forEach((target, byKey) ->
                byKey.forEach((key, list) -> {
                    Lifecycle lifecycle = new Lifecycle(target, key, list);
                    lifecycles.add(lifecycle);
                    byTargetAndCheck
                            .computeIfAbsent(target + "\n" + key.check(), _ -> new ArrayList<>())
                            .add(lifecycle);
                }));
    }

    /** The runs, the oldest first. */
    public Collection<Run> runs() {
        return runs.values();
    }

    /** When a run began. */
    Instant began(long run) {
        return Optional.ofNullable(runs.get(run)).orElseThrow().began();
    }

    /** Every issue, by target and key. */
    public List<Lifecycle> lifecycles() {
        return List.copyOf(lifecycles);
    }

    /** What was said of an issue at one of its turns. */
    Item item(Turn turn) {
        return Optional.ofNullable(items.get(turn.item())).orElseThrow();
    }

    /** When a leak was written, by the commit that did it; empty where nobody knows. */
    Optional<Instant> introduced(Lifecycle lifecycle) {
        return item(lifecycle.turns().getFirst()) instanceof Item.Leak(var finding, _)
                ? finding.attribution().map(history -> history.first()).map(CommitInfo::time)
                : Optional.empty();
    }

    /** The last run up to {@code run} that saw the issue. */
    long lastSeen(Lifecycle lifecycle, long run) {
        Turn last = lifecycle.turnAt(run).orElseThrow();
        boolean absent = last.state() == State.GONE || last.state() == State.UNSEEN;
        long end = absent ? last.run() - 1 : run;
        return looksAt(lifecycle.target()).headMap(end, true).entrySet().stream()
                .filter(look -> look.getValue().outcome() == Outcome.LOOKED)
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElse(lifecycle.turns().getFirst().run());
    }

    private NavigableMap<Long, Glance> looksAt(String target) {
        return looks.getOrDefault(target, new TreeMap<>());
    }

    /** How the looks of a run ended. */
    List<Glance> looksIn(long run) {
        return looks.values().stream()
                .flatMap(byRun -> Optional.ofNullable(byRun.get(run)).stream())
                .toList();
    }

    /**
     * How many places hold live credentials after a run. A target that could not be looked at has
     * as many as when it was last looked at: nothing says that they are fewer.
     */
    long places(long run) {
        long places = 0;
        for (NavigableMap<Long, Glance> byRun : looks.values()) {
            if (byRun.containsKey(run)) {
                places +=
                        byRun.headMap(run, true).descendingMap().values().stream()
                                .filter(look -> look.outcome() == Outcome.LOOKED)
                                .mapToLong(Glance::places)
                                .findFirst()
                                .orElse(0);
            }
        }
        return places;
    }

    /**
     * Tells whether another value of the same check came to one of an issue's files in the run that
     * ended its time there: it was rotated, and not just removed.
     */
    boolean isReplaced(Lifecycle old, Turn end) {
        Set<String> files = files(old.turns().getFirst());
        files.addAll(files(end));
        return byTargetAndCheck
                .getOrDefault(old.target() + "\n" + old.key().check(), List.of())
                .stream()
                .filter(other -> other.isNewIn(end.run()))
                .anyMatch(other ->
                        files(other.turns().getFirst()).stream().anyMatch(files::contains));
    }

    private Set<String> files(Turn turn) {
        Set<String> files = new HashSet<>();
        item(turn).places().forEach(place -> files.add(place.address().file()));
        return files;
    }
}
