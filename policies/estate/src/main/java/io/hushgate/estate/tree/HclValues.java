package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads values of HCL. What would have to be evaluated is kept as it is written.
 *
 * <pre>
 *   value   := primary ( operator primary )*            an operator makes an expression of it
 *   primary := string | heredoc | number | name | name '(' value* ')' | '[' value* ']' | '{' body '}' | '(' value ')'
 *              followed by any of '.' name, '[' value ']'
 * </pre>
 */
final class HclValues {
    private static final String OPERATORS = "+-*/%<>&|?";

    private final HclCursor cursor;
    private final HclStrings strings;
    private final HclParser parser;

    HclValues(HclCursor cursor, HclStrings strings, HclParser parser) {
        this.cursor = cursor;
        this.strings = strings;
        this.parser = parser;
    }

    Node value() {
        int start = cursor.at;
        Node first = primary();
        int branches = 0;
        boolean compound = false;
        while (atOperator(branches > 0)) {
            branches += cursor.peek() == '?' ? 1 : cursor.peek() == ':' ? -1 : 0;
            takeOperator();
            cursor.skipAll();
            primary();
            compound = true;
        }
        return compound ? parser.expression(start) : first;
    }

    private boolean atOperator(boolean inCondition) {
        int before = cursor.at;
        cursor.skipInLine();
        char c = cursor.peek();
        boolean comparison = (c == '=' || c == '!') && cursor.peek(1) == '=';
        boolean heredoc = strings.atHeredoc();
        boolean simple = c != '\0' && OPERATORS.indexOf(c) >= 0 && !heredoc;
        if (comparison || simple || (c == ':' && inCondition)) {
            return true;
        }
        cursor.at = before;
        return false;
    }

    private void takeOperator() {
        char c = cursor.peek();
        cursor.at++;
        if (cursor.peek() == '=' || (cursor.peek() == c && (c == '&' || c == '|'))) {
            cursor.at++;
        }
    }

    private Node primary() {
        int start = cursor.at;
        char c = cursor.peek();
        if (c == '"') {
            return suffixes(strings.quoted(), start);
        }
        if (strings.atHeredoc()) {
            return strings.heredoc();
        }
        if (c == '[') {
            return suffixes(sequence(), start);
        }
        if (c == '{') {
            return comprehension('}')
                    ? parser.expression(start)
                    : suffixes(parser.mapping(), start);
        }
        if (c == '(') {
            cursor.at++;
            parser.nested(start, () -> items(')', start), List.of());
            return suffixes(parser.expression(start), start);
        }
        if (c == '!' || c == '-') {
            cursor.at++;
            Node operand = parser.nested(start, this::primary, parser.expression(start));
            return operand instanceof Scalar scalar && scalar.form() == Form.NUMBER
                    ? parser.plain(Form.NUMBER, cursor.text.substring(start, cursor.at), start)
                    : parser.expression(start);
        }
        if (Character.isDigit(c)) {
            return number(start);
        }
        if (cursor.atName()) {
            return named(start);
        }
        parser.fail(start, cursor.atEnd() ? "a value is missing" : "unexpected " + c);
        return parser.expression(start);
    }

    private Node number(int start) {
        while (Character.isLetterOrDigit(cursor.peek())
                || (cursor.peek() == '.' && Character.isDigit(cursor.peek(1)))) {
            cursor.at++;
        }
        String text = cursor.text.substring(start, cursor.at);
        boolean digits = text.chars().allMatch(d -> d == '.' || (d >= '0' && d <= '9'));
        return parser.plain(digits ? Form.NUMBER : Form.TEXT, text, start);
    }

    private Node named(int start) {
        String name = cursor.name();
        if (cursor.peek() == '(') {
            int open = cursor.at++;
            List<Node> arguments = parser.nested(open, () -> items(')', open), List.of());
            String text = cursor.text.substring(start, cursor.at);
            return suffixes(new Call(name, arguments, text, parser.place(start)), start);
        }
        return switch (name) {
            case "true", "false" -> parser.plain(Form.BOOLEAN, name, start);
            case "null" -> parser.plain(Form.NULL, "", start);
            default -> suffixes(parser.expression(start), start);
        };
    }

    /** Attributes and indexes make an expression of what stands before them. */
    private Node suffixes(Node node, int start) {
        int end = cursor.at;
        while (true) {
            if (cursor.peek() == '.' && isMember(cursor.peek(1))) {
                cursor.at += 2;
                cursor.name();
            } else if (cursor.peek() == '[') {
                int open = cursor.at++;
                parser.nested(open, () -> items(']', open), List.of());
            } else {
                return cursor.at > end ? parser.expression(start) : node;
            }
        }
    }

    private static boolean isMember(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '*';
    }

    private Node sequence() {
        int open = cursor.at;
        if (comprehension(']')) {
            return parser.expression(open);
        }
        cursor.at++;
        return new Sequence(
                parser.nested(open, () -> items(']', open), List.of()), parser.place(open));
    }

    /** Steps over {@code [for ...]} or {@code {for ...}} if that is what is here. */
    private boolean comprehension(char close) {
        int open = cursor.at++;
        cursor.skipAll();
        boolean found = cursor.startsWith("for ");
        if (found) {
            parser.nested(open, () -> items(close, open), List.of());
        } else {
            cursor.at = open;
        }
        return found;
    }

    /**
     * Reads values up to a closing bracket, which is taken. Where a setting or another kind of
     * bracket stands instead, the bracket was forgotten: what was read so far is the list.
     */
    private List<Node> items(char close, int openedAt) {
        List<Node> items = new ArrayList<>();
        boolean comprehension = false;
        while (true) {
            cursor.skipAll();
            int before = cursor.at;
            char c = cursor.peek();
            if (c == close && !cursor.atEnd()) {
                cursor.at++;
                return items;
            }
            if (cursor.atEnd() || c == '}' || c == ']' || c == ')' || atSetting()) {
                parser.fail(openedAt, "no " + close + " closes this");
                return items;
            }
            comprehension |= cursor.startsWith("for ");
            if (comprehension && cursor.startsWith("=>")) {
                cursor.at += 2;
            } else if (c == ',' || c == ':' || c == '.' || c == '*') {
                cursor.at++;
            } else {
                Node item = value();
                if (parser.counts()) {
                    items.add(item);
                }
            }
            if (cursor.at == before) {
                cursor.at++;
            }
        }
    }

    /** Tells whether {@code name =} stands here, which no value begins with. */
    private boolean atSetting() {
        if (!cursor.atName()) {
            return false;
        }
        int start = cursor.at;
        cursor.name();
        cursor.skipInLine();
        boolean setting = cursor.peek() == '=' && cursor.peek(1) != '=' && cursor.peek(1) != '>';
        cursor.at = start;
        return setting;
    }
}
