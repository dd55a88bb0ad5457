package io.hushgate.report.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands everything on to SQLite, and ends the process without any farewell once so many statements
 * and commits were done: what SIGKILL does, at a moment that can be chosen. Its main program writes
 * one run; {@code HaltingDriver STORE 7} dies after the seventh.
 */
public final class HaltingDriver implements Driver {
    private static final String PREFIX = "jdbc:halting:";
    static final int KILLED = 137;
    private static final Set<String> CHANGES =
            Set.of("executeUpdate", "executeBatch", "commit", "setAutoCommit");
    private static int left;

    /** Writes the run that {@link #write} writes, and may not come to its end. */
    public static void main(String[] arguments) throws SQLException {
        DriverManager.registerDriver(new HaltingDriver());
        left = Integer.parseInt(arguments[1]);
        StoreAddress address = StoreAddress.parse(arguments[0]);
        StoreAddress halting =
                new StoreAddress(PREFIX + address.url(), address.file(), address.shownAs());
        write(halting);
    }

    /** Begins or goes on with a run of two targets, and ends it. */
    static void write(StoreAddress address) {
        try (Store store = Store.open(address, Access.WRITE, Map.of())) {
            RunWriter writer = RunWriter.to(store);
            if (!RunReader.of(store).runs().stream().allMatch(run -> run.ended().isEmpty())) {
                return;
            }
            Run run =
                    writer.interrupted()
                            .orElseGet(
                                    () -> writer.begin("all", "d1", "0.1.0", "0a", Looks.day(1)));
            Set<String> committed = writer.committed(run);
            for (String target : new String[] {"a", "b"}) {
                if (!committed.contains(target)) {
                    writer.commit(
                            run,
                            Looks.looked(
                                    target, Looks.leak("1", "x"), Looks.violation("XA-A", "v")));
                }
            }
            writer.end(run, Looks.day(1));
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = DriverManager.getConnection(url.substring(PREFIX.length()), info);
        return counted(Connection.class, real);
    }

    private static <T> T counted(Class<T> type, T real) {
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            Object result;
                            try {
                                result = method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw Optional.ofNullable(e.getCause()).orElse(e);
                            }
                            if (CHANGES.contains(method.getName()) && --left == 0) {
                                Runtime.getRuntime().halt(KILLED);
                            }
                            return result instanceof PreparedStatement statement
                                    ? counted(PreparedStatement.class, statement)
                                    : result;
                        });
        return type.cast(proxy);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
