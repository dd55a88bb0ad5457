package io.hushgate.estate.tree;

import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Scalar;

/** Reads quoted strings and heredocs of HCL. */
final class HclStrings {
    private static final int MAX_MARKER = 256;

    private final HclCursor cursor;
    private final Problems problems;

    /**
     * Set once an interpolation was found that nothing closes, so that the text is searched for its
     * end only once.
     */
    private boolean interpolationsEndWithTheLine;

    HclStrings(HclCursor cursor, Problems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    /** Reads the string whose opening quote is here; one that is not closed ends with its line. */
    Scalar quoted() {
        int open = cursor.at;
        int from = open + 1;
        StringBuilder value = new StringBuilder();
        boolean template = false;
        cursor.at = from;
        while (true) {
            char c = cursor.peek();
            if (cursor.atEnd() || c == '\n') {
                problems.add(Problem.Code.HCL_INVALID, open, "string is not closed on its line");
                return scalar(value, template, from, cursor.at);
            }
            if (c == '"') {
                cursor.at++;
                return scalar(value, template, from, cursor.at - 1);
            }
            if (c == '\\') {
                escape(value);
            } else if ((c == '$' || c == '%') && cursor.peek(1) == c && cursor.peek(2) == '{') {
                value.append(c).append('{');
                cursor.at += 3;
            } else if ((c == '$' || c == '%') && cursor.peek(1) == '{') {
                template = true;
                int end = endOfInterpolation(cursor.at + 2);
                value.append(cursor.text, cursor.at, end);
                cursor.at = end;
            } else {
                value.append(c);
                cursor.at++;
            }
        }
    }

    private Scalar scalar(StringBuilder value, boolean template, int from, int to) {
        return new Scalar(
                template ? Form.TEMPLATE : Form.TEXT,
                value.toString(),
                "",
                new Origin(cursor.source, from, to, Escapes.BACKSLASH));
    }

    private void escape(StringBuilder value) {
        char kind = cursor.peek(1);
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits > 0) {
            int end = Math.min(cursor.at + 2 + digits, cursor.text.length());
            int codePoint = hex(cursor.text, cursor.at + 2, end);
            if (Character.isValidCodePoint(codePoint)) {
                value.appendCodePoint(codePoint);
                cursor.at = end;
                return;
            }
        }
        if (kind == '\n' || kind == '\0') {
            cursor.at++;
            return;
        }
        value.append(
                switch (kind) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> kind;
                });
        cursor.at += 2;
    }

    private static int hex(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || value > 0xffffff) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return from < to ? value : -1;
    }

    /** After the brace that closes the interpolation whose inside begins at {@code from}. */
    private int endOfInterpolation(int from) {
        int limit = interpolationsEndWithTheLine ? lineEnd(from) : cursor.text.length();
        int braces = 1;
        boolean inString = false;
        for (int i = from; i < limit; i++) {
            char c = cursor.text.charAt(i);
            if (c == '\\' && inString) {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (c == '{' && !inString) {
                braces++;
            } else if (c == '}' && !inString && --braces == 0) {
                return i + 1;
            }
        }
        if (!interpolationsEndWithTheLine) {
            interpolationsEndWithTheLine = true;
            return endOfInterpolation(from);
        }
        return from;
    }

    private int lineEnd(int from) {
        int end = cursor.text.indexOf('\n', from);
        return end < 0 ? cursor.text.length() : end;
    }

    /** Tells whether {@code <<NAME} or {@code <<-NAME} is here. */
    boolean atHeredoc() {
        if (!cursor.startsWith("<<")) {
            return false;
        }
        char next = cursor.peek(2) == '-' ? cursor.peek(3) : cursor.peek(2);
        return Character.isLetter(next) || next == '_' || next == '"' || next == '\'';
    }

    /** Reads the heredoc that is here; one without its end marker goes to the end of the text. */
    Scalar heredoc() {
        int open = cursor.at;
        boolean indented = cursor.peek(2) == '-';
        int headEnd = cursor.lineEnd();
        String marker =
                cursor.text
                        .substring(open + (indented ? 3 : 2), Math.min(headEnd, open + MAX_MARKER))
                        .strip()
                        .replace("\"", "")
                        .replace("'", "");
        int from = Math.min(headEnd + 1, cursor.text.length());
        int lineStart = from;
        int to = -1;
        while (to < 0 && lineStart < cursor.text.length()) {
            cursor.at = lineStart;
            int end = cursor.lineEnd();
            if (cursor.text.substring(lineStart, end).strip().equals(marker)) {
                to = lineStart;
                cursor.at = end;
            }
            lineStart = end + 1;
        }
        if (to < 0) {
            problems.add(Problem.Code.HCL_INVALID, open, "heredoc " + marker + " is not ended");
            to = cursor.text.length();
            cursor.at = to;
        }
        String body = cursor.text.substring(from, to);
        String value = indented ? unindented(body) : body;
        Form form = value.contains("${") || value.contains("%{") ? Form.TEMPLATE : Form.TEXT;
        return new Scalar(form, value, "", new Origin(cursor.source, from, to, Escapes.NONE));
    }

    /** Takes the blanks away that all lines begin with; the marker's own line does not count. */
    private static String unindented(String body) {
        boolean ended = body.endsWith("\n");
        String lines = ended ? body.substring(0, body.length() - 1) : body;
        return ended ? lines.stripIndent() + "\n" : lines.stripIndent();
    }
}
