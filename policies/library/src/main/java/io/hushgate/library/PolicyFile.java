package io.hushgate.library;

/**
 * One file of the library.
 *
 * @param name relative to the library's root, with {@code /}
 */
public record PolicyFile(String name, String text) {
    /** Tells whether the file is Rego; the others are JSON data. */
    public boolean isRego() {
        return name.endsWith(".rego");
    }
}
