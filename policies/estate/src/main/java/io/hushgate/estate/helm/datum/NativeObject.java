package io.hushgate.estate.helm.datum;

import java.util.List;
import java.util.Optional;

/** A value with methods that templates call, such as {@code .Files.Get "x"}. */
public interface NativeObject {
    /** The name of its Go type. */
    String type();

    /** What printing it gives. */
    String text();

    /**
     * Calls a method or reads a field.
     *
     * @return empty if it has none of that name
     */
    Optional<Datum> call(String name, List<Datum> arguments);

    /** What an {@code if} makes of it. */
    default boolean isTrue() {
        return true;
    }

    /** What {@code range} and {@code index} see; empty for most. */
    default Dict entries() {
        return new Dict();
    }
}
