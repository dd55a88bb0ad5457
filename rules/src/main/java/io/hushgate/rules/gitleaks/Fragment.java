package io.hushgate.rules.gitleaks;

import java.util.Optional;

/**
 * A piece of text that rules look at as a whole: what one hunk of a commit adds, or a part of a
 * file.
 *
 * @param path with {@code /}, as reports name it; empty on standard input
 * @param link the symbolic link that led to the file; empty when none did
 * @param startLine of its first line, from 1
 * @param bytes not copied, and not changed while it is looked at
 */
@SuppressWarnings("ArrayRecordComponent") // a copy of every text would cost more than looking at it
public record Fragment(
        String path, String link, Optional<Commit> commit, int startLine, byte[] bytes) {
    /** The commit that brought a text; the date is of the author's, in UTC by RFC 3339. */
    public record Commit(String id, String author, String mail, String date, String message) {}

    /** A part of a file. */
    public static Fragment ofFile(String path, String link, int startLine, byte[] bytes) {
        return new Fragment(path, link, Optional.empty(), startLine, bytes);
    }

    @Override
    public String toString() {
        return "Fragment[%s:%d, %d bytes]".formatted(path, startLine, bytes.length);
    }
}
