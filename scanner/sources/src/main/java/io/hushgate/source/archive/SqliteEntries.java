package io.hushgate.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an SQLite database as texts, {@code column=value} a line, and at last the file
 * itself: what was deleted stands there until its page is used again.
 *
 * <p>Of a table of settings, with a column for the name and one for the value, the line is {@code
 * name=value}.
 */
final class SqliteEntries implements Entries {
    /** The name under which the file itself is handed on. */
    private static final String ALL = "<all bytes>";

    private static final Set<String> NAMES = Set.of("name", "key", "setting", "option_name");
    private static final Set<String> VALUES = Set.of("value", "val", "option_value");
    private static final Set<String> NO_COLUMNS =
            Set.of("primary", "unique", "check", "foreign", "constraint");

    private final Spool spool;
    private final SqliteFile file;
    private final List<Table> tables;
    private int at = -1;

    /** A table of the schema. */
    private record Table(String name, int root, List<String> columns) {}

    private SqliteEntries(Spool spool, SqliteFile file, List<Table> tables) {
        this.spool = spool;
        this.file = file;
        this.tables = tables;
    }

    static SqliteEntries open(InputStream in) throws IOException {
        Spool spool = Spool.of(in);
        try {
            SqliteFile file = SqliteFile.open(spool.channel());
            return new SqliteEntries(spool, file, tables(file));
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    private static List<Table> tables(SqliteFile file) throws IOException {
        List<Table> tables = new ArrayList<>();
        SqliteFile.Rows schema = file.rows(1);
        for (Optional<SqliteFile.Row> row = schema.next(); row.isPresent(); row = schema.next()) {
            List<@Nullable String> cells = row.get().cells();
            String name = cells.size() == 5 ? cells.get(1) : null;
            String sql = cells.size() == 5 ? cells.get(4) : null;
            if (name != null && sql != null && "table".equals(cells.get(0))) {
                tables.add(new Table(EntryName.of(name), row.get().root(), columns(sql)));
            }
        }
        return tables;
    }

    /** The names in {@code CREATE TABLE t (a TEXT, "b" BLOB, PRIMARY KEY (a))}. */
    static List<String> columns(String sql) {
        List<String> columns = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '(') {
                depth++;
                start = depth == 1 ? i + 1 : start;
            } else if (depth == 1 && (c == ',' || c == ')')) {
                column(sql.substring(start, i)).ifPresent(columns::add);
                start = i + 1;
            }
            if (c == ')') {
                depth--;
            }
        }
        return columns;
    }

    private static Optional<String> column(String definition) {
        String first = definition.strip().split("[\\s(]", 2)[0].replaceAll("[\"'`\\[\\]]", "");
        boolean named = !first.isEmpty() && !NO_COLUMNS.contains(first.toLowerCase(Locale.ROOT));
        return named ? Optional.of(first) : Optional.empty();
    }

    @Override
    public boolean next() {
        at++;
        return at <= tables.size();
    }

    @Override
    public String name() {
        return at == tables.size() ? ALL : tables.get(at).name();
    }

    @Override
    public Kind kind() {
        return at == tables.size() ? Kind.AS_IT_IS : Kind.FILE;
    }

    @Override
    public InputStream content() throws IOException {
        if (at < tables.size()) {
            return new TableText(tables.get(at));
        }
        spool.channel().position(0);
        return Channels.newInputStream(spool.channel());
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** The text of a table, made row by row. */
    private final class TableText extends InputStream {
        private final Table table;
        private final SqliteFile.Rows rows;
        private InputStream row = InputStream.nullInputStream();

        TableText(Table table) {
            this.table = table;
            this.rows = file.rows(table.root());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = row.read(into, offset, length);
            while (got < 0) {
                Optional<SqliteFile.Row> next = rows.next();
                if (next.isEmpty()) {
                    return -1;
                }
                row =
                        new ByteArrayInputStream(
                                text(next.get().cells()).getBytes(StandardCharsets.UTF_8));
                got = row.read(into, offset, length);
            }
            return got;
        }

        private String text(List<@Nullable String> cells) {
            StringBuilder text = new StringBuilder();
            String name = cell(cells, NAMES);
            String value = cell(cells, VALUES);
            boolean setting = name != null && value != null;
            for (int i = 0; i < cells.size(); i++) {
                String each = cells.get(i);
                if (each != null && !(setting && (each.equals(name) || each.equals(value)))) {
                    String column = i < table.columns().size() ? table.columns().get(i) : "column";
                    text.append(column).append('=').append(each).append('\n');
                }
            }
            return setting ? text + name + "=" + value + "\n" : text.toString();
        }

        private @Nullable String cell(List<@Nullable String> cells, Set<String> names) {
            for (int i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
                if (names.contains(table.columns().get(i).toLowerCase(Locale.ROOT))) {
                    return cells.get(i);
                }
            }
            return null;
        }
    }
}
