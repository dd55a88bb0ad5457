package io.hushgate.core.match;

/** Takes the places of known values. */
@FunctionalInterface
public interface EchoSink {
    /**
     * Takes one more place.
     *
     * @return whether another one of the same value would make a difference
     */
    boolean accept(Echo echo);
}
