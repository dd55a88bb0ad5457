package io.hushgate.rules.sample;

/** A template that cannot be rendered. The message says what is wrong and what would be right. */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    TemplateProblem(String what) {
        super(what);
    }
}
