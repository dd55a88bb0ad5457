package io.hushgate.estate.tree;

/** A position in HCL text, and what stands there: blanks, comments, names. */
final class HclCursor {
    final Source source;
    final String text;
    int at;

    HclCursor(Source source) {
        this.source = source;
        this.text = source.text();
        this.at = text.startsWith("\ufeff") ? 1 : 0;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    boolean startsWith(String what) {
        return text.startsWith(what, at);
    }

    /** Steps over blanks and comments on this line only. */
    void skipInLine() {
        skip(false);
    }

    /** Steps over blanks, line ends and comments. */
    void skipAll() {
        skip(true);
    }

    private void skip(boolean lineEnds) {
        while (!atEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || (c == '\n' && lineEnds)) {
                at++;
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                at = lineEnd();
            } else if (c == '/' && peek(1) == '*') {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    /** The offset of the next line end, or of the end of the text. */
    int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    boolean atName() {
        return !atEnd() && (Character.isLetter(peek()) || peek() == '_');
    }

    /** Reads a name: letters, digits, {@code _} and {@code -}. */
    String name() {
        int start = at;
        while (!atEnd() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
            at++;
        }
        return text.substring(start, at);
    }
}
