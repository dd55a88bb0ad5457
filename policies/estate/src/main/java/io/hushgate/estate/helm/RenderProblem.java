package io.hushgate.estate.helm;

import io.hushgate.estate.tree.Place;

/**
 * What of a chart was not rendered, and why.
 *
 * @param address the file that it is in
 * @param what one sentence without a full stop
 * @param limit whether a limit stopped it, not a mistake
 */
public record RenderProblem(String address, Place place, String what, boolean limit) {
    /** Place and what. */
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(address, place.line(), what);
    }
}
