package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads bodies of HCL by recursive descent, as deep as {@link Limits#maxDepth}; values are read by
 * {@link HclValues}.
 *
 * <pre>
 *   body  := ( key '=' value | key ':' value | key label* '{' body '}' | ',' )*
 *   key   := name | string | number | '(' value ')'
 *   label := name | string
 * </pre>
 */
final class HclParser {
    private final HclCursor cursor;
    private final HclStrings strings;
    private final HclValues values;
    private final Limits limits;
    private final Problems problems;
    private int depth;
    private int nodes;

    HclParser(Source source, Limits limits, Problems problems) {
        this.cursor = new HclCursor(source);
        this.strings = new HclStrings(cursor, problems);
        this.values = new HclValues(cursor, strings, this);
        this.limits = limits;
        this.problems = problems;
    }

    Node root() {
        cursor.skipAll();
        return cursor.peek() == '{'
                ? values.value()
                : new Mapping(body(false, 0), place(cursor.at));
    }

    /** Reads the mapping whose opening brace is here. */
    Mapping mapping() {
        int open = cursor.at++;
        return new Mapping(nested(open, () -> body(true, open), List.of()), place(open));
    }

    /**
     * @param closed whether a brace ends the body, or else the text
     */
    private List<Entry> body(boolean closed, int openedAt) {
        List<Entry> entries = new ArrayList<>();
        while (true) {
            cursor.skipAll();
            if (cursor.atEnd()) {
                if (closed) {
                    fail(openedAt, "block is not closed");
                }
                return entries;
            }
            int before = cursor.at;
            char c = cursor.peek();
            if (c == '}' && closed) {
                cursor.at++;
                return entries;
            }
            if (c == ',' || c == ';') {
                cursor.at++;
            } else if (atKey(c)) {
                entry(entries);
            } else {
                fail(cursor.at, "unexpected " + c);
                recover();
            }
            if (cursor.at == before) {
                cursor.at++;
            }
        }
    }

    private boolean atKey(char c) {
        return cursor.atName() || c == '"' || c == '(' || Character.isDigit(c);
    }

    private void entry(List<Entry> entries) {
        int start = cursor.at;
        Scalar key = key();
        List<Scalar> labels = new ArrayList<>();
        cursor.skipInLine();
        while ((cursor.atName() || cursor.peek() == '"') && labels.size() < limits.maxDepth()) {
            labels.add(label());
            cursor.skipInLine();
        }
        int afterLabels = cursor.at;
        cursor.skipAll();
        char c = cursor.peek();
        if (c == '{') {
            add(entries, key, new Block(labels, mapping(), place(start)));
        } else if (c == '=' || c == ':') {
            cursor.at++;
            Node value = valueAfter(c);
            add(entries, key, labels.isEmpty() ? value : labelled(labels, value));
        } else {
            cursor.at = afterLabels;
            fail(start, "a name is followed by neither = nor {");
            recover();
        }
    }

    private Node valueAfter(char separator) {
        cursor.skipInLine();
        int lineEnd = cursor.at;
        cursor.skipAll();
        char c = cursor.peek();
        boolean nextLine = cursor.text.indexOf('\n', lineEnd, cursor.at) >= 0;
        if (cursor.atEnd() || c == '}' || (nextLine && separator == '=' && c != '{' && c != '[')) {
            fail(lineEnd, "a value is missing");
            cursor.at = c == '}' ? cursor.at : lineEnd;
            return plain(Form.NULL, "", lineEnd);
        }
        return values.value();
    }

    /** HCL 1 allows {@code path "x" = {...}}. */
    private static Node labelled(List<Scalar> labels, Node value) {
        Mapping body =
                value instanceof Mapping mapping ? mapping : new Mapping(List.of(), value.place());
        return new Block(labels, body, labels.getFirst().place());
    }

    private void add(List<Entry> entries, Scalar key, Node value) {
        if (counts()) {
            entries.add(new Entry(key, value));
        }
    }

    private Scalar key() {
        if (cursor.peek() != '(') {
            return label();
        }
        int start = cursor.at;
        values.value();
        return plain(Form.TEMPLATE, cursor.text.substring(start, cursor.at), start);
    }

    private Scalar label() {
        if (cursor.peek() == '"') {
            return strings.quoted();
        }
        int start = cursor.at;
        cursor.name();
        while (cursor.peek() == '.' && Character.isLetterOrDigit(cursor.peek(1))) {
            cursor.at++;
            cursor.name();
        }
        return plain(Form.TEXT, cursor.text.substring(start, cursor.at), start);
    }

    /** Goes to the end of the line, or to the brace that ends the body there. */
    private void recover() {
        while (!cursor.atEnd() && cursor.peek() != '\n' && cursor.peek() != '}') {
            cursor.at++;
        }
    }

    /** Reads something one level deeper; at the deepest level the rest of the text is left out. */
    <T> T nested(int openedAt, Supplier<T> inside, T instead) {
        if (depth == limits.maxDepth()) {
            problems.add(
                    Problem.Code.LIMIT_DEPTH,
                    openedAt,
                    "nested deeper than " + limits.maxDepth() + "; the rest is left out");
            cursor.at = cursor.text.length();
            return instead;
        }
        depth++;
        T read = inside.get();
        depth--;
        return read;
    }

    /** Counts a node; the one too many ends the text. */
    boolean counts() {
        if (nodes == limits.maxNodes()) {
            problems.add(
                    Problem.Code.LIMIT_NODES,
                    cursor.at,
                    "more than " + limits.maxNodes() + " nodes; the rest is left out");
            cursor.at = cursor.text.length();
            return false;
        }
        nodes++;
        return true;
    }

    void fail(int offset, String what) {
        problems.add(Problem.Code.HCL_INVALID, offset, what);
    }

    Place place(int offset) {
        return cursor.source.placeAt(offset);
    }

    Scalar plain(Form form, String text, int start) {
        return new Scalar(
                form, text, "", new Origin(cursor.source, start, cursor.at, Escapes.NONE));
    }

    /** What stands from {@code start} to here. */
    Expression expression(int start) {
        return new Expression(cursor.text.substring(start, cursor.at), place(start));
    }
}
