package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;

/**
 * Reads the cells of a column by the name at its head: of separated values, of tables in Markdown,
 * and of the rows that SQL inserts. Looks at a bounded number of rows, and only at those with as
 * many cells as there are heads. The cell stays until the next; one per thread.
 *
 * <pre>
 *   host,user,password        | user | password |     INSERT INTO users (name, password)
 *   db1,app,...               |------|----------|     VALUES ('app', '...'), ('web', '...');
 *   db2,web,...               | app  | ...      |
 * </pre>
 */
final class TableReader {
    private static final int MAX_HEAD = 400;
    private static final int MAX_ROWS = 64;

    /** How far behind the heads a row may stand. */
    private static final int MAX_BYTES = 8 * 1024;

    private static final Signs SEPARATORS = Signs.of(",;|\t");

    /** What stands in heads beside the signs of names. */
    private static final Signs HEAD = Signs.of("\" `[]/*#");

    private final Passage in;
    private int separator;
    private boolean isInsert;
    private int column;
    private int columns;
    private int row;
    private int rows;
    private int bound;
    private int cellStart;
    private int cellEnd;

    TableReader(Passage in) {
        this.in = in;
    }

    /** Offset of the cell's text, without its quotes. */
    int start() {
        return cellStart;
    }

    int end() {
        return cellEnd;
    }

    /** Tells whether the rows are those of a statement of SQL. */
    boolean isInsert() {
        return isInsert;
    }

    /** Tells whether the name {@code [start, end)} is the head of a column; no cell is read yet. */
    boolean begin(int start, int end) {
        int open = start - (isQuoted(start, end) ? 1 : 0);
        int close = end + (start - open);
        int before = before(open);
        int after = after(close);
        isInsert = false;
        separator = SEPARATORS.has(after) ? after : before;
        boolean opens = before == '\n' || before == '(' || before == separator;
        boolean closes = after == '\n' || after == ')' || after == separator;
        if (!opens || !closes || !SEPARATORS.has(separator)) {
            return false;
        }
        int first = firstHead(open);
        return first >= 0 && countHeads(first, open) && findRows();
    }

    private boolean isQuoted(int start, int end) {
        in.lookBack(start - 2);
        in.look(end + 1);
        return start > in.start()
                && end < in.end()
                && Passage.isQuote(in.at(start - 1))
                && in.at(end) == in.at(start - 1);
    }

    /** The sign before a head, blanks left out; a line end for the start of the text. */
    private int before(int open) {
        int at = open;
        while (at > in.start() && open - at < Passage.MAX_GAP && in.at(at - 1) == ' ') {
            at--;
        }
        in.lookBack(at - 2);
        return at == in.start() ? '\n' : in.at(at - 1);
    }

    private int after(int close) {
        int at = close + in.blanks(close);
        if (close < in.end() && in.at(close) == '\t') {
            return '\t';
        }
        in.look(at);
        int b = at < in.end() ? in.at(at) : '\n';
        return b == '\r' ? '\n' : b;
    }

    /** Where the first head starts; -1 when what stands before is no list of heads. */
    private int firstHead(int open) {
        int lowest = Math.max(in.start(), open - MAX_HEAD);
        int at = open;
        while (at > lowest && isHead(in.at(at - 1))) {
            at--;
        }
        in.lookBack(at - 2);
        int sign = at > in.start() ? in.at(at - 1) : '\n';
        isInsert = sign == '(';
        return isInsert || sign == '\n' ? at : -1;
    }

    private boolean isHead(int b) {
        return b == separator
                || Passage.isNameByte(b)
                || HEAD.has(b)
                || (isInsert && (b == '\n' || b == '\r'));
    }

    /** Counts the heads, which end at a line end or parenthesis; {@link #row} is behind that. */
    private boolean countHeads(int first, int name) {
        int highest = Math.min(in.end(), first + MAX_HEAD);
        column = 0;
        int count = 1;
        int last = first;
        int at = first;
        for (; at < highest && isHead(in.at(at)); at++) {
            if (in.at(at) == separator) {
                column = at < name ? count : column;
                if (separator != '|' && at == last) {
                    return false; // an empty head
                }
                last = at + 1;
                count++;
            }
        }
        in.look(at + 1);
        columns = count;
        int sign = at < in.end() ? in.at(at) : 0;
        boolean ends = isInsert ? sign == ')' : sign == '\n' || sign == '\r';
        boolean empty = separator != '|' && last + in.blanks(last) >= at;
        row = at + 1 + (sign == '\r' && at + 1 < in.end() && in.at(at + 1) == '\n' ? 1 : 0);
        return ends && !empty && count > 1;
    }

    /** Goes to where the first row starts. */
    private boolean findRows() {
        rows = 0;
        bound = Math.min(in.end(), row + MAX_BYTES);
        if (isInsert) {
            row = afterGap(row);
            if (!in.matches(row, "values")) {
                return false;
            }
            row = afterGap(row + "values".length());
            return row < bound && in.at(row) == '(';
        }
        if (separator == '|') {
            int at = row;
            while (at < bound && "|-: ".indexOf(in.at(at)) >= 0) {
                at++;
            }
            in.look(at + 1);
            boolean ruled = at > row + columns && at < bound && in.at(at) <= ' ';
            row = ruled ? in.past(at, '\n') : row;
            return ruled;
        }
        return true;
    }

    private int afterGap(int from) {
        int highest = Math.min(in.end(), from + Passage.MAX_GAP);
        int at = from;
        while (at < highest && in.at(at) >= 0 && in.at(at) <= ' ') {
            at++;
        }
        in.look(at);
        return at;
    }

    /** Goes to the cell of the next row that has one with text. */
    boolean next() {
        while (rows < MAX_ROWS && row < bound && (!isInsert || in.at(row) == '(')) {
            rows++;
            int from = -1;
            int to = -1;
            int count = 0;
            int at = row + (isInsert ? 1 : 0);
            boolean more = true;
            while (more) {
                int end = cellEnd(at);
                if (end > bound || (end == bound && bound < in.end())) {
                    return false;
                }
                if (count == column) {
                    from = at;
                    to = end;
                }
                count++;
                more = end < bound && in.at(end) == separator;
                at = more ? end + 1 : end;
            }
            if (count != columns) {
                return false;
            }
            row = nextRow(at);
            if (trim(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Offset of what ends a cell: a separator, the line's end, the parenthesis of a row. */
    private int cellEnd(int from) {
        int at = from;
        int depth = 0;
        while (at < bound) {
            int b = in.at(at);
            if (b == '"' || (isInsert && b == '\'')) {
                at++;
                while (at < bound && in.at(at) != b && in.at(at) != '\n') {
                    at++;
                }
            } else if (depth == 0 && (b == separator || (isInsert ? b == ')' : b == '\n'))) {
                break;
            } else if (isInsert) {
                depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            }
            at++;
        }
        in.look(Math.min(at, in.end()));
        return at;
    }

    private int nextRow(int end) {
        if (!isInsert) {
            return end + 1;
        }
        int comma = afterGap(end + 1);
        return comma < bound && in.at(comma) == ',' ? afterGap(comma + 1) : bound;
    }

    /** Takes a cell without blanks and quotes; SQL wants quotes around a text. */
    private boolean trim(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && in.at(start) >= 0 && in.at(start) <= ' ') {
            start++;
        }
        while (end > start && in.at(end - 1) >= 0 && in.at(end - 1) <= ' ') {
            end--;
        }
        if (isInsert && end - start > 2 && in.at(start) == 'N') {
            start++;
        }
        boolean quoted =
                end - start > 2 && Passage.isQuote(in.at(start)) && in.at(end - 1) == in.at(start);
        cellStart = start + (quoted ? 1 : 0);
        cellEnd = end - (quoted ? 1 : 0);
        return cellEnd > cellStart && (quoted || !isInsert);
    }
}
