package io.hushgate.report.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The steps from an empty database to the newest schema, each done at once or not at all. A step
 * that was published is never changed; what has to be otherwise becomes the next step.
 */
final class Migrations {
    /** What this program knows. */
    static final Migrations SHIPPED = new Migrations(List.of(resource("1.sql")));

    private static final String TABLE = "hushgate_schema";

    private final List<String> steps;

    Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    private static String resource(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int newest() {
        return steps.size();
    }

    /** Tells whether any step was done. */
    boolean areBegun(Sql sql) {
        return version(sql) > 0;
    }

    /**
     * Tells whether the store has the newest schema.
     *
     * @throws StoreProblem when the schema is newer than that
     */
    boolean areDone(Sql sql) {
        return version(sql) == newest();
    }

    /** Does the steps that are left; for the one who holds the lock. */
    void apply(Sql sql) {
        sql.atOnce(() ->
                sql.update(
                        "create table if not exists hushgate_schema (version bigint primary key)"));
        for (int next = version(sql) + 1; next <= newest(); next++) {
            long step = next;
            sql.atOnce(() -> {
                sql.script(steps.get((int) step - 1));
                sql.update("insert into hushgate_schema (version) values (?)", step);
            });
        }
    }

    private int version(Sql sql) {
        if (!sql.hasTable(TABLE)) {
            return 0;
        }
        int version =
                sql.query(row -> row.getInt(1), "select version from hushgate_schema").stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        if (version > newest()) {
            throw new StoreProblem(
                    "%s: the store has schema %d, this program knows up to %d; use the newer Hushgate that wrote it"
                            .formatted(sql.place(), version, newest()));
        }
        return version;
    }
}
