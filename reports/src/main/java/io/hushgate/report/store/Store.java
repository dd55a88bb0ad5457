package io.hushgate.report.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * An open store. Who writes holds its lock until it is closed; any number may read meanwhile. For
 * one thread at a time.
 *
 * <p>SQLite is used with a write-ahead log and synced at every commit, so a commit that returned
 * outlives the process and the machine's power.
 */
public final class Store implements AutoCloseable {
    /** The user of a server's store, where its address names none. */
    public static final String USER_VARIABLE = "HUSHGATE_STORE_USER";

    /** The password of a server's store. */
    public static final String PASSWORD_VARIABLE = "HUSHGATE_STORE_PASSWORD";

    private static final String PATIENCE_SECONDS = "10";
    private static final String PATIENCE_MILLIS = "10000";

    private final Sql sql;
    private final Optional<RunLock> lock;

    private Store(Sql sql, Optional<RunLock> lock) {
        this.sql = sql;
        this.lock = lock;
    }

    /**
     * Opens a store and brings its schema up to date.
     *
     * @param environment where user and password of a server are taken from
     * @throws StoreProblem when it is absent, locked, of a newer program or cannot be used
     */
    public static Store open(StoreAddress address, Access access, Map<String, String> environment) {
        return open(address, access, environment, Migrations.SHIPPED);
    }

    static Store open(
            StoreAddress address,
            Access access,
            Map<String, String> environment,
            Migrations migrations) {
        return switch (access) {
            case READ -> toRead(address, environment, migrations);
            case WRITE -> toWrite(address, environment, migrations);
        };
    }

    private static Store toRead(
            StoreAddress address, Map<String, String> environment, Migrations migrations) {
        if (address.file().filter(file -> !Files.exists(file)).isPresent()) {
            throw absent(address);
        }
        Sql sql = connect(address, environment);
        try {
            if (!migrations.areBegun(sql)) {
                throw absent(address);
            }
            if (!migrations.areDone(sql)) {
                sql.close();
                toWrite(address, environment, migrations).close();
                return toRead(address, environment, migrations);
            }
            return new Store(sql, Optional.empty());
        } catch (RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    private static StoreProblem absent(StoreAddress address) {
        return new StoreProblem(
                address.shownAs()
                        + ": no audit has written to it; run `hushgate audit run`, or check --store");
    }

    private static Store toWrite(
            StoreAddress address, Map<String, String> environment, Migrations migrations) {
        Optional<RunLock> fileLock = address.file().map(Path::toAbsolutePath).map(RunLock::ofFile);
        try {
            Sql sql = connect(address, environment);
            try {
                RunLock lock = fileLock.orElseGet(() -> RunLock.ofServer(sql));
                if (!migrations.areDone(sql)) {
                    migrations.apply(sql);
                }
                return new Store(sql, Optional.of(lock));
            } catch (RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (RuntimeException e) {
            fileLock.ifPresent(RunLock::close);
            throw e;
        }
    }

    private static Sql connect(StoreAddress address, Map<String, String> environment) {
        Properties properties = new Properties();
        if (address.file().isPresent()) {
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("foreign_keys", "true");
            properties.setProperty("busy_timeout", PATIENCE_MILLIS);
            properties.setProperty("transaction_mode", "IMMEDIATE");
        } else {
            Optional.ofNullable(environment.get(USER_VARIABLE))
                    .ifPresent(user -> properties.setProperty("user", user));
            Optional.ofNullable(environment.get(PASSWORD_VARIABLE))
                    .ifPresent(password -> properties.setProperty("password", password));
            properties.setProperty("connectTimeout", PATIENCE_SECONDS);
            properties.setProperty("ApplicationName", "hushgate");
        }
        try {
            Connection connection = DriverManager.getConnection(address.url(), properties);
            return new Sql(connection, address.shownAs());
        } catch (SQLException e) {
            throw SqlProblems.told(address.shownAs(), e);
        }
    }

    Sql sql() {
        return sql;
    }

    @Override
    public void close() {
        try (sql) {
            lock.ifPresent(RunLock::close);
        }
    }
}
