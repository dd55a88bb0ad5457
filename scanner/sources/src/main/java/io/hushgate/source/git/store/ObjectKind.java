package io.hushgate.source.git.store;

import org.jspecify.annotations.Nullable;

/** What an object is. */
public enum ObjectKind {
    COMMIT,
    TREE,
    BLOB,
    TAG;

    /** The kind by its number in a pack entry; null for deltas and numbers nobody uses. */
    static @Nullable ObjectKind ofPackType(int type) {
        return switch (type) {
            case 1 -> COMMIT;
            case 2 -> TREE;
            case 3 -> BLOB;
            case 4 -> TAG;
            default -> null;
        };
    }

    /** The kind by the word that a loose object starts with; null for any other word. */
    static @Nullable ObjectKind ofWord(String word) {
        return switch (word) {
            case "commit" -> COMMIT;
            case "tree" -> TREE;
            case "blob" -> BLOB;
            case "tag" -> TAG;
            default -> null;
        };
    }
}
