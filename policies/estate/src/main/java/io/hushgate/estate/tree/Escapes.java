package io.hushgate.estate.tree;

/** How a text is written inside another one. */
public enum Escapes {
    /** As it is, though lines may be indented or folded. */
    NONE,
    /** {@code \n}, {@code \"}, Unicode by number: JSON, HCL, YAML in double quotes. */
    BACKSLASH,
    /** {@code ''} for one quote: YAML in single quotes. */
    DOUBLED
}
