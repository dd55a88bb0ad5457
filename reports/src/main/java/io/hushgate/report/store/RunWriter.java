package io.hushgate.report.store;

import io.hushgate.report.recorded.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs. Call {@link #begin}, {@link #commit} once for each target in any order, then {@link
 * #end}; each is done at once or not at all, and what returned stays. A run that was interrupted
 * between them is found by {@link #interrupted}, and goes on where it stopped.
 */
public final class RunWriter {
    private final Sql sql;

    private RunWriter(Sql sql) {
        this.sql = sql;
    }

    /** Writes to a store that was opened to write. */
    public static RunWriter to(Store store) {
        return new RunWriter(store.sql());
    }

    /** The run that was begun and did not end. */
    public Optional<Run> interrupted() {
        return sql.first(Rows::run, Rows.RUN + " where ended is null");
    }

    /** The targets of a run that were committed. */
    public Set<String> committed(Run run) {
        return sql
                .query(
                        row -> row.getString(1),
                        "select target from look where run = ?",
                        run.number())
                .stream()
                .collect(Collectors.toSet());
    }

    /** The key that the fingerprints of the store were made with; empty before the first run. */
    public Optional<String> keyId() {
        return sql.first(
                row -> row.getString(1), "select key_id from run order by number desc limit 1");
    }

    /** Begins a run. */
    public Run begin(
            String inventory, String inventoryDigest, String program, String keyId, Instant at) {
        long number =
                sql.first(row -> row.getLong(1), "select coalesce(max(number), 0) + 1 from run")
                        .orElseThrow();
        sql.atOnce(() ->
                sql.update(
                        "insert into run (number, inventory, inventory_digest, program, key_id, began)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        number,
                        inventory,
                        inventoryDigest,
                        program,
                        keyId,
                        at.toString()));
        return new Run(number, inventory, inventoryDigest, program, keyId, at, Optional.empty());
    }

    /** Writes what became of a target, and which issues came into another state by it. */
    public void commit(Run run, TargetLook look) {
        sql.atOnce(() -> write(run, look));
    }

    private void write(Run run, TargetLook seen) {
        Map<IssueKey, Turn> before = states(seen.target());
        List<Turn> turns = seen.outcome() == Outcome.LOOKED ? turns(run, seen, before) : List.of();
        Look look = look(run, seen).withDigest(turns);
        sql.update(
                "insert into look (run, target, ordinal, kind, owner, outcome, detail, complete, places,"
                        + " summary, items_digest, digest, pruned)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                look.run(),
                look.target(),
                look.ordinal(),
                look.kind(),
                look.owner(),
                look.outcome().label(),
                look.detail(),
                look.complete() ? 1L : 0L,
                look.livePlaces(),
                look.summary(),
                look.itemsDigest(),
                look.digest());
        List<Object[]> items = new ArrayList<>();
        List<Object[]> sightings = new ArrayList<>();
        for (Sighting sighting : seen.sightings()) {
            items.add(new Object[] {sighting.digest(), sighting.body()});
            long ordinal = sightings.size() + 1L;
            sightings.add(new Object[] {run.number(), seen.target(), ordinal, sighting.digest()});
        }
        sql.updateEach(
                "insert into item (digest, body) values (?, ?) on conflict (digest) do nothing",
                items);
        sql.updateEach(
                "insert into sighting (run, target, ordinal, item) values (?, ?, ?, ?)", sightings);
        sql.updateEach(
                "insert into turn (run, target, kind, check_id, identity, state, item)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                turns.stream().map(RunWriter::row).toList());
    }

    private static Look look(Run run, TargetLook seen) {
        Digests items = Digests.begin();
        seen.sightings().forEach(sighting -> items.add(sighting.digest()));
        return new Look(
                run.number(),
                seen.target(),
                seen.ordinal(),
                seen.kind(),
                seen.owner(),
                seen.outcome(),
                seen.detail(),
                seen.outcome() == Outcome.LOOKED && seen.sight().coverage().isComplete(),
                seen.livePlaces(),
                seen.summary(),
                false,
                items.hex(),
                "");
    }

    private static Object[] row(Turn turn) {
        return new Object[] {
            turn.run(),
            turn.target(),
            turn.key().kind().label(),
            turn.key().check(),
            turn.key().identity(),
            turn.state().label(),
            turn.item()
        };
    }

    /** The latest turn of each issue of a target. */
    private Map<IssueKey, Turn> states(String target) {
        Map<IssueKey, Turn> states = new TreeMap<>();
        sql.query(Rows::turn, Rows.TURN + " where target = ? order by run", target)
                .forEach(turn -> states.put(turn.key(), turn));
        return states;
    }

    private List<Turn> turns(Run run, TargetLook seen, Map<IssueKey, Turn> before) {
        Map<IssueKey, Turn> now = new TreeMap<>();
        for (Sighting sighting : seen.sightings()) {
            Turn turn =
                    new Turn(
                            run.number(),
                            seen.target(),
                            sighting.key(),
                            sighting.state(),
                            sighting.digest());
            now.merge(turn.key(), turn, RunWriter::worse);
        }
        for (Turn last : before.values()) {
            if (!now.containsKey(last.key()) && last.state() != State.GONE) {
                now.put(last.key(), missed(run, seen.sight(), last));
            }
        }
        return now.values().stream()
                .filter(turn -> !isAsBefore(turn, before.get(turn.key())))
                .toList();
    }

    private static boolean isAsBefore(Turn turn, @Nullable Turn last) {
        return last != null && last.state() == turn.state();
    }

    private static Turn worse(Turn one, Turn other) {
        return one.state().compareTo(other.state()) <= 0 ? one : other;
    }

    private Turn missed(Run run, Sight sight, Turn last) {
        Item item =
                sql.first(
                                row -> Item.read(row.getString(1)),
                                "select body from item where digest = ?",
                                last.item())
                        .orElseThrow();
        boolean gone = sight.covers(last.key().kind(), last.state(), item.places());
        return new Turn(
                run.number(),
                last.target(),
                last.key(),
                gone ? State.GONE : State.UNSEEN,
                last.item());
    }

    /** Ends a run, and hangs its record on the chain. */
    public Link end(Run run, Instant at) {
        List<Look> looks = sql.query(Rows::look, Rows.LOOK + " where run = ?", run.number());
        Run ended =
                new Run(
                        run.number(),
                        run.inventory(),
                        run.inventoryDigest(),
                        run.program(),
                        run.keyId(),
                        run.began(),
                        Optional.of(at));
        Link link = Chain.next(sql, Link.Kind.RUN, run.number(), at, Link.content(ended, looks));
        sql.atOnce(() -> {
            sql.update("update run set ended = ? where number = ?", at.toString(), run.number());
            Chain.append(sql, link);
        });
        return link;
    }
}
