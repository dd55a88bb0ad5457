package io.hushgate.report.store;

import static io.hushgate.report.store.Looks.accepted;
import static io.hushgate.report.store.Looks.blind;
import static io.hushgate.report.store.Looks.day;
import static io.hushgate.report.store.Looks.failed;
import static io.hushgate.report.store.Looks.leak;
import static io.hushgate.report.store.Looks.looked;
import static io.hushgate.report.store.Looks.past;
import static io.hushgate.report.store.Looks.run;
import static io.hushgate.report.store.Looks.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.report.history.AuditHistory;
import io.hushgate.report.history.AuditRun;
import io.hushgate.report.history.AuditRun.Changes;
import io.hushgate.report.history.AuditRun.Surface;
import io.hushgate.report.history.Life;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does, whichever database it lies in. */
@NullUnmarked // the fields are set before each test
abstract class StoreContract {
    private StoreAddress address;
    private Store store;

    /** The address of an empty place, another one at each call. */
    abstract StoreAddress empty();

    Map<String, String> environment() {
        return Map.of();
    }

    @BeforeEach
    void open() {
        address = empty();
        store = Store.open(address, Access.WRITE, environment());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Map<String, Change> changes(Run run) {
        return standings(run.number()).stream()
                .collect(
                        Collectors.toMap(
                                standing -> standing.item().places().getFirst().address().text(),
                                Standing::change));
    }

    private List<Standing> standings(long run) {
        return RunReader.of(store).standings(Chronicle.upTo(store, run), run);
    }

    private Metrics metrics(Long... window) {
        return Metrics.of(Chronicle.upTo(store, window[window.length - 1]), List.of(window));
    }

    private Verification verify(String... expected) {
        return Verification.of(store, List.of(expected));
    }

    @Test
    void followsAnIssueFromNewToFixedAndBack() {
        assertThat(changes(run(store, 1, looked("a", leak("1", "x")))))
                .containsExactly(Map.entry("x", Change.NEW));
        assertThat(changes(run(store, 2, looked("a", leak("1", "x"), leak("2", "y")))))
                .containsOnly(Map.entry("x", Change.OPEN), Map.entry("y", Change.NEW));
        assertThat(changes(run(store, 3, looked("a", leak("2", "y")))))
                .containsOnly(Map.entry("x", Change.FIXED), Map.entry("y", Change.OPEN));
        assertThat(changes(run(store, 4, looked("a"))))
                .containsExactly(Map.entry("y", Change.FIXED));
        Run last = run(store, 5, looked("a", leak("1", "x")));
        assertThat(changes(last)).containsExactly(Map.entry("x", Change.REOPENED));

        Standing standing = standings(last.number()).getFirst();
        assertThat(standing.firstSeen()).isEqualTo(day(1));
        assertThat(standing.lastSeen()).isEqualTo(day(5));
        Standing fixed = standings(4).getFirst();
        assertThat(fixed.lastSeen()).isEqualTo(day(3));
        assertThat(verify().complaints()).isEmpty();
    }

    @Test
    void callsNothingFixedThatCouldNotBeSeen() {
        run(store, 1, looked("a", leak("1", "x"), leak("2", "y")), looked("b", leak("3", "z")));
        Run second = run(store, 2, blind("a", "x"), failed("b"));
        assertThat(changes(second))
                .containsOnly(
                        Map.entry("x", Change.OPEN),
                        Map.entry("y", Change.FIXED),
                        Map.entry("z", Change.OPEN));
        assertThat(standings(2).stream().map(Standing::lastSeen)).containsOnly(day(1));
        assertThat(changes(run(store, 3, looked("a", leak("1", "x")), looked("b"))))
                .containsOnly(Map.entry("x", Change.OPEN), Map.entry("z", Change.FIXED));
    }

    @Test
    void measuresRotationDetectionAndContainment() {
        run(store, 1, looked("a", leak("1", "x"), leak("2", "y"), leak("3", "z")));
        run(store, 3, looked("a", past("1", "x"), leak("4", "x"), leak("2", "y")));
        run(store, 4, looked("a", accepted("1", "x"), leak("4", "x"), violation("XA-ONE", "v")));
        Metrics metrics = metrics(1L, 2L, 3L);
        assertThat(metrics.leaks()).isEqualTo(4);
        assertThat(metrics.contained()).isEqualTo(3);
        assertThat(metrics.rotated()).isEqualTo(1);
        assertThat(metrics.rotationRate()).hasValue(1.0 / 3);
        assertThat(metrics.newAccessViolations()).isEqualTo(1);
        assertThat(metrics.timeToDetect().median()).hasValue(Duration.ofDays(11));
        assertThat(metrics.timeToDetect().ninth()).hasValue(Duration.ofDays(13));
        assertThat(metrics.timeToContain().median()).hasValue(Duration.ofDays(2));
        assertThat(metrics.timeToContain().ninth()).hasValue(Duration.ofDays(3));
        AuditHistory history =
                new AuditReader(store, Chronicle.upTo(store, 3)).history(List.of(1L, 2L, 3L));
        assertThat(history.runs().stream().map(AuditRun::surface))
                .containsExactly(new Surface(3, 3), new Surface(2, 2), new Surface(1, 1));
        assertThat(history.runs().stream().map(AuditRun::changes))
                .containsExactly(
                        new Changes(3, 0, 0, 0), new Changes(1, 1, 2, 0), new Changes(1, 1, 1, 0));
        assertThat(history.lives()).hasSize(5);
        assertThat(history.lives().stream().flatMap(life -> life.ending().stream()))
                .containsOnly(new Life.Ending(day(3), false), new Life.Ending(day(4), false));
        assertThat(metrics(3L).timeToDetect().count()).isZero();
    }

    @Test
    void verifyFindsEveryChangedRow() {
        run(store, 1, looked("a", leak("1", "x")), failed("b"));
        run(store, 2, looked("a", violation("XA-ONE", "v")), looked("b", leak("1", "x")));
        String head = verify().head().orElseThrow();
        for (String tampering :
                List.of(
                        "update run set began = '2025-01-01T00:00:00Z' where number = 1",
                        "update run set ended = null where number = 2",
                        "update look set outcome = 'looked' where outcome = 'unreachable'",
                        "update look set detail = 'x' where run = 1 and target = 'b'",
                        "update look set ordinal = 7 where run = 1 and target = 'b'",
                        "update look set places = 0",
                        "update look set summary = '{ }'",
                        "update look set pruned = 1 where run = 2",
                        "update item set body = replace(body, 'critical', 'info')",
                        "delete from sighting where run = 2 and target = 'b'",
                        "delete from turn where run = 2 and target = 'b'",
                        "update turn set state = 'gone' where run = 1",
                        "update chain set at = '2025-01-01T00:00:00Z' where number = 1",
                        "update chain set content = '00' where number = 2",
                        "delete from chain where number = 1",
                        "delete from chain where number = 2")) {
            assertThat(verify(head).complaints()).isEmpty();
            store.sql().update("create table kept_item as select * from item");
            for (String table : List.of("run", "look", "sighting", "turn", "chain")) {
                store.sql().update("create table kept_" + table + " as select * from " + table);
            }
            store.sql().update(tampering);
            assertThat(verify(head).complaints()).as(tampering).isNotEmpty();
            for (String table : List.of("chain", "turn", "sighting", "look", "run", "item")) {
                store.sql().update("delete from " + table);
            }
            for (String table : List.of("item", "run", "look", "sighting", "turn", "chain")) {
                store.sql().update("insert into " + table + " select * from kept_" + table);
                store.sql().update("drop table kept_" + table);
            }
        }
    }

    @Test
    void aNotedHeadShowsThatTheEndWasTakenOff() {
        run(store, 1, looked("a", leak("1", "x")));
        run(store, 2, looked("a"));
        String head = verify().head().orElseThrow();
        store.sql().update("delete from turn where run = 2");
        store.sql().update("delete from look where run = 2");
        store.sql().update("delete from run where number = 2");
        store.sql().update("delete from chain where number = 2");
        assertThat(verify().complaints()).isEmpty();
        assertThat(verify(head).complaints()).singleElement().asString().contains(head);
    }

    @Test
    void pruningGivesUpDetailsAndKeepsTheStory() {
        run(store, 1, looked("a", leak("1", "x"), leak("2", "y")));
        run(store, 2, looked("a", leak("1", "moved"), leak("2", "y")));
        Run last = run(store, 3, looked("a", leak("2", "y")));
        List<Standing> before = standings(last.number());
        String head = verify().head().orElseThrow();

        Pruning pruning = Pruning.before(store, 3, day(4));
        assertThat(pruning).isEqualTo(new Pruning(2, 1));
        assertThat(standings(last.number())).isEqualTo(before);
        assertThat(RunReader.of(store).items(RunReader.of(store).looks(1).getFirst())).isEmpty();
        assertThat(verify(head).complaints()).isEmpty();
        assertThat(Pruning.before(store, 3, day(4)).looks()).isZero();
    }

    @Test
    void anInterruptedRunGoesOnWhereItStopped() {
        RunWriter writer = RunWriter.to(store);
        Run begun = writer.begin("all", "d1", "0.1.0", "0a0b0c0d", day(1));
        writer.commit(begun, looked("a", leak("1", "x")));
        store.close();
        store = Store.open(address, Access.WRITE, environment());
        writer = RunWriter.to(store);
        Run found = writer.interrupted().orElseThrow();
        assertThat(found).isEqualTo(begun);
        assertThat(writer.committed(found)).containsExactly("a");
        assertThat(writer.keyId()).hasValue("0a0b0c0d");
        assertThat(verify().complaints()).isEmpty();
    }

    @Test
    void oneWritesWhileOthersRead() {
        run(store, 1, looked("a"));
        try (Store other = Store.open(address, Access.READ, environment())) {
            assertThat(RunReader.of(other).runs()).hasSize(1);
        }
        assertThatThrownBy(() -> Store.open(address, Access.WRITE, environment()))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("another audit is writing to this store");
    }

    @Test
    void refusesAStoreOfANewerProgram() {
        store.sql().update("insert into hushgate_schema (version) values (99)");
        store.close();
        for (Access access : Access.values()) {
            assertThatThrownBy(() -> Store.open(address, access, environment()))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("schema 99")
                    .hasMessageContaining("use the newer Hushgate");
        }
    }

    @Test
    void bringsAnOlderStoreUpToDateStepByStep() {
        StoreAddress place = empty();
        String first = "create table a (n bigint);\ninsert into a (n) values (1);\n";
        String second = "create table b as select n + 1 as n from a;\n";
        Store.open(place, Access.WRITE, environment(), new Migrations(List.of(first))).close();
        assertThatThrownBy(() ->
                        Store.open(
                                place,
                                Access.WRITE,
                                environment(),
                                new Migrations(List.of(first, second + "no such statement;\n"))))
                .isInstanceOf(StoreProblem.class);
        Migrations both = new Migrations(List.of(first, second));
        try (Store reader = Store.open(place, Access.READ, environment(), both)) {
            assertThat(reader.sql().query(row -> row.getLong(1), "select n from b"))
                    .containsExactly(2L);
            assertThat(reader.sql().query(row -> row.getLong(1), "select n from a"))
                    .containsExactly(1L);
        }
    }
}
