package io.hushgate.source.git.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that names a repository's objects ({@code extensions.objectFormat}). */
public enum ObjectFormat {
    SHA1(20, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"),
    SHA256(32, "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321");

    private final int bytes;
    private final String emptyTree;

    ObjectFormat(int bytes, String emptyTree) {
        this.bytes = bytes;
        this.emptyTree = emptyTree;
    }

    /** A digest of this kind. */
    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(this == SHA1 ? "SHA-1" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has both", e);
        }
    }

    /** Length of a raw id. */
    public int bytes() {
        return bytes;
    }

    /** Tells whether this is the tree without entries, which git knows without storing it. */
    public boolean isEmptyTree(ObjectId id) {
        return id.toString().equals(emptyTree);
    }
}
