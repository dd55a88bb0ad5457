package io.hushgate.library;

import java.util.List;

/**
 * One file of the library.
 *
 * @param name relative to the library's root, with {@code /}
 * @param sections the sections of the facts that it asks for, sorted
 */
public record PolicyFile(String name, List<String> sections, String text) {
    public PolicyFile {
        sections = List.copyOf(sections);
    }

    /** Tells whether the file is Rego; the others are JSON data. */
    public boolean isRego() {
        return name.endsWith(".rego");
    }
}
