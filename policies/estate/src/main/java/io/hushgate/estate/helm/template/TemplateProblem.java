package io.hushgate.estate.helm.template;

import java.io.Serial;

/**
 * A template that cannot be parsed or evaluated. Caught where a chart is rendered, and turned into
 * a diagnostic there.
 */
public final class TemplateProblem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** An offset that is not known yet; the nearest statement around fills it in. */
    private static final int NOWHERE = -1;

    private final int offset;
    private final boolean limit;

    private TemplateProblem(String what, int offset, boolean limit) {
        super(what, null, false, false);
        this.offset = offset;
        this.limit = limit;
    }

    /** A mistake at a place of the text. */
    static TemplateProblem at(int offset, String what) {
        return new TemplateProblem(what, offset, false);
    }

    /** A mistake of which the caller knows the place. */
    public static TemplateProblem of(String what) {
        return new TemplateProblem(what, NOWHERE, false);
    }

    /** A limit that is reached. */
    static TemplateProblem limit(String what) {
        return new TemplateProblem(what, NOWHERE, true);
    }

    /** This problem, at a place if it had none. */
    TemplateProblem orAt(int place) {
        return offset == NOWHERE ? new TemplateProblem(what(), place, limit) : this;
    }

    /** This problem as one of whatever stands at another place, such as an {@code include}. */
    TemplateProblem from(int place, String within) {
        return new TemplateProblem(what() + ", within " + within, place, limit);
    }

    /** Where in the template it is. */
    public int offset() {
        return Math.max(0, offset);
    }

    /** Tells whether the template was stopped, not wrong. */
    public boolean isLimit() {
        return limit;
    }

    /** One sentence without a full stop. */
    public String what() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
