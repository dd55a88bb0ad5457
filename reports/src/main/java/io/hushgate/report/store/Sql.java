package io.hushgate.report.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements of the one dialect, with problems in the user's words. For one thread at a time. */
final class Sql implements AutoCloseable {
    private final Connection connection;
    private final String place;

    Sql(Connection connection, String place) {
        this.connection = connection;
        this.place = place;
    }

    /** Makes a value of the row that the result stands at. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs statements that have no parameters, each ended by a semicolon at the end of a line. */
    void script(String text) {
        for (String statement : text.split(";\\s*\n", -1)) {
            if (!statement.isBlank()) {
                update(statement);
            }
        }
    }

    /** Changes rows, and tells how many. */
    int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    /** Changes rows by the same statement, once for each list of values. */
    void updateEach(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    <T> Optional<T> first(RowReader<T> reader, String sql, @Nullable Object... values) {
        return query(reader, sql, values).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, values);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Tells whether there is a table of that name where unqualified names lead to. */
    boolean hasTable(String name) {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    /** Does all of it or, when it or the process ends before its end, nothing of it. */
    void atOnce(Runnable changes) {
        try {
            connection.setAutoCommit(false);
            try {
                changes.run();
                connection.commit();
            } catch (RuntimeException | SQLException e) {
                undo(e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    /** SQLite has undone some kinds of failures already, and then complains. */
    private void undo(Exception reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Tells whether a question that only one product answers is answered with yes. */
    boolean holds(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }

    String place() {
        return place;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlProblems.told(place, e);
        }
    }
}
