package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An audit that is killed and run again ends with the store of one that was not. {@code
 * -Daudit.repositories=200 -Daudit.kills=25} makes it large; when it is killed decides which
 * moments are tried, and nothing else.
 */
class AuditInterruptionTest {
    private static final int REPOSITORIES = Integer.getInteger("audit.repositories", 20);
    private static final int KILLS = Integer.getInteger("audit.kills", 3);
    private static final int JOBS = Integer.getInteger("audit.jobs", 1);
    private static final long SEED = 20261122;
    private static final List<String> TABLES =
            List.of("hushgate_schema", "run", "look", "item", "sighting", "turn", "chain");

    @TempDir private Path directory;

    @Test
    void anInterruptedAuditEndsAsAWholeOne() throws Exception {
        makeRepositories();
        String[] first = {"audit", "run", "inventory.yaml", "-q", "--jobs", "" + JOBS};
        Result whole = run(first, "whole.db");
        assertThat(whole.exitCode()).as(whole.err()).isEqualTo(1);
        Files.copy(directory.resolve("whole.db.key"), directory.resolve("killed.db.key"));

        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            int looks = REPOSITORIES * kill / (KILLS + 1) - random.nextInt(3);
            killAfter(looks, kill % 2 == 1, first);
        }
        Result last = run(first, "killed.db");
        assertThat(last.exitCode()).as(last.err()).isEqualTo(1);
        assertThat(last.out()).isEqualTo(whole.out());
        assertThat(dump("killed.db")).isEqualTo(dump("whole.db"));
        assertThat(dump("killed.db").get("look")).hasSize(REPOSITORIES);
    }

    private Result run(String[] arguments, String store) {
        return Program.run(directory, arguments(arguments, store));
    }

    private static String[] arguments(String[] arguments, String store) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store, "--at", "2026-01-01T00:00:00Z", "--cache", "cache"));
        return all.toArray(String[]::new);
    }

    /**
     * Kills the program as soon as so many looks are committed.
     *
     * @param writing wait until it writes the next one, and kill it in the middle of that
     */
    private void killAfter(int looks, boolean writing, String[] arguments)
            throws IOException, InterruptedException {
        Process process = Program.start(directory, arguments(arguments, "killed.db"));
        Path log = directory.resolve("killed.db-wal");
        while (process.isAlive() && count("killed.db") < looks) {
            LockSupport.parkNanos(500_000);
        }
        long size = Files.exists(log) ? Files.size(log) : 0;
        while (writing && process.isAlive() && Files.exists(log) && Files.size(log) == size) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> workers = process.descendants().toList();
        int before = count("killed.db");
        process.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().join(); // by itself, now that nobody asks
        }
        assertThat(count("killed.db")).as("what was committed").isGreaterThanOrEqualTo(before);
    }

    private int count(String store) {
        if (!Files.exists(directory.resolve(store))) {
            return 0;
        }
        try (Connection connection = connect(store);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from look")) {
            return rows.getInt(1);
        } catch (SQLException e) {
            return 0; // not made yet
        }
    }

    private Connection connect(String store) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(store));
    }

    /** Every row of every table, sorted. */
    private Map<String, List<String>> dump(String store) throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = connect(store);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("select * from " + table)) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            row.append(result.getString(i)).append('|');
                        }
                        rows.add(row.toString());
                    }
                }
                rows.sort(null);
                dump.put(table, rows);
            }
        }
        return dump;
    }

    /** Every second one is fetched, the others are looked at where they lie. */
    private void makeRepositories() throws IOException {
        StringBuilder inventory = new StringBuilder("name: estate\ntargets:\n");
        Path template = directory.resolve("template");
        Files.createDirectories(template);
        Program.git(template, "init", "-q", "-b", "main");
        Files.writeString(template.resolve("CODEOWNERS"), "* @team\n");
        Program.git(template, "add", ".");
        Program.git(template, "commit", "-q", "-m", "first", "--date=2025-12-01T00:00:00Z");
        for (int i = 0; i < REPOSITORIES; i++) {
            String name = "repository-" + i;
            Path repository = directory.resolve(name);
            Program.git(directory, "clone", "-q", "template", name);
            String line = "TOKEN=" + Sample.githubToken(name) + "\n";
            Files.writeString(repository.resolve("app.env"), line.repeat(i % 3));
            Files.writeString(
                    repository.resolve("app.hcl"),
                    "path \"secret/%d/*\" {\n  capabilities = [\"sudo\"]\n}\n".formatted(i));
            Program.git(repository, "add", ".");
            Program.git(repository, "commit", "-q", "-m", "second", "--date=2025-12-02T00:00:00Z");
            inventory.append(
                    i % 2 == 0
                            ? "  - path: %s\n    history: true\n".formatted(name)
                            : "  - name: %s\n    repository: %s\n"
                                    .formatted(name, repository.toUri()));
        }
        inventory.append("defaults:\n  memory: 256m\n");
        Files.writeString(directory.resolve("inventory.yaml"), inventory);
    }
}
