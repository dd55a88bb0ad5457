package io.hushgate.estate.tree;

import java.util.function.IntUnaryOperator;

/**
 * A text that was made from another one.
 *
 * @param origin the offset in the other text that a character comes from
 */
record MappedSource(String text, Source outer, IntUnaryOperator origin) implements Source {
    @Override
    public Place placeAt(int offset) {
        return outer.placeAt(origin.applyAsInt(Math.clamp(offset, 0, text.length())));
    }
}
