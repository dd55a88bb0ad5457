package io.hushgate.estate.kustomize;

import io.hushgate.estate.tree.Place;
import java.util.Comparator;

/**
 * A part of a kustomization that was not built.
 *
 * @param file address of the kustomization
 * @param what and why, one sentence without a full stop
 */
public record Unbuilt(String file, Place place, String what) implements Comparable<Unbuilt> {
    private static final Comparator<Unbuilt> ORDER =
            Comparator.comparing(Unbuilt::file)
                    .thenComparing(Unbuilt::place)
                    .thenComparing(Unbuilt::what);

    @Override
    public int compareTo(Unbuilt other) {
        return ORDER.compare(this, other);
    }

    /** Place, what, remedy. */
    @Override
    public String toString() {
        return "%s:%d: %s; scan the output of kustomize build as well"
                .formatted(file, place.line(), what);
    }
}
