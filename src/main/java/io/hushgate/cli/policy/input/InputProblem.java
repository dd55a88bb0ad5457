package io.hushgate.cli.policy.input;

/** A text that is not in the format it was taken for. The message says where and what is wrong. */
public final class InputProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    InputProblem(String what) {
        super(what);
    }

    InputProblem(int line, String what) {
        super("line %d: %s".formatted(line, what));
    }
}
