package io.hushgate.core;

import org.jspecify.annotations.Nullable;

/**
 * How a text is related to others of the same source: git stores most versions of a file as copies
 * from another one. Who matches it may go by what is known of the base; what is found is the same.
 *
 * @param base the memo of the text that this one is made from; null when it is made from none
 * @param copies what of the base stands in it; reused for the next artifact
 * @param own takes notes for the texts that are made from this one; null when there are none
 */
public record Lineage(@Nullable Memo base, Copies copies, @Nullable Memo own) {
    /** Related to nothing. */
    public static final Lineage NONE = new Lineage(null, new Copies(), null);

    /** Of a text that is made from none. */
    public static Lineage first(Memo own) {
        return new Lineage(null, NONE.copies, own);
    }
}
