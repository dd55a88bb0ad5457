package io.hushgate.rego.value;

/** A text that is not the YAML one expects; the message says where, and what is wrong. */
public final class YamlProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String what;

    YamlProblem(int line, int column, String what) {
        super("%d:%d: %s".formatted(line, column, what));
        this.line = line;
        this.what = what;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** The complaint without the place. */
    public String what() {
        return what;
    }
}
