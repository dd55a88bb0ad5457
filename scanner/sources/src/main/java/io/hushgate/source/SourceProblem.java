package io.hushgate.source;

/**
 * A target that cannot be read at all: it does not exist, is no repository, has a ref that nobody
 * knows. The message is one line for the user: place, what, remedy.
 */
public final class SourceProblem extends RuntimeException {
    /**
     * @param place the target, ref or file, as the user wrote it
     * @param what what is wrong with it
     * @param remedy what to do about it
     */
    public SourceProblem(String place, String what, String remedy) {
        super("%s: %s; %s".formatted(place, what, remedy));
    }
}
