package io.hushgate.rego.value;

/** A text that is not the JSON one expects; the message says where, and what would be right. */
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * Names a place.
     *
     * @param line from 1
     * @param column from 1, in characters
     */
    JsonProblem(int line, int column, String what) {
        super("%d:%d: %s".formatted(line, column, what));
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
