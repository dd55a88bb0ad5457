package io.hushgate.source.git.store;

/** The hash that names a repository's objects ({@code extensions.objectFormat}). */
public enum ObjectFormat {
    SHA1(20),
    SHA256(32);

    private final int bytes;

    ObjectFormat(int bytes) {
        this.bytes = bytes;
    }

    /** Length of a raw id. */
    public int bytes() {
        return bytes;
    }
}
