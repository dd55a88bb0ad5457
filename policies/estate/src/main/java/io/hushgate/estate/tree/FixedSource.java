package io.hushgate.estate.tree;

/** A text that is written nowhere as such and stands for something at one place. */
record FixedSource(String text, Place place) implements Source {
    @Override
    public Place placeAt(int offset) {
        return place;
    }
}
