package io.hushgate.rego.load;

/**
 * A file, directory or bundle that cannot be loaded. The message names it, what is wrong and what
 * to do.
 */
public final class LoadProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoadProblem(String place, String what) {
        super(place + ": " + what);
    }
}
