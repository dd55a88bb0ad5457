package io.hushgate.report.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a store is.
 *
 * @param url for JDBC; may hold parameters that nobody else should read
 * @param file of SQLite; empty for a server
 * @param shownAs what messages may show
 */
public record StoreAddress(String url, Optional<Path> file, String shownAs) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Reads what the user wrote: a file, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...}.
     *
     * @throws StoreProblem when it is none of them
     */
    public static StoreAddress parse(String text) {
        int query = text.indexOf('?');
        String plain = query < 0 ? text : text.substring(0, query);
        if (plain.startsWith(POSTGRESQL)) {
            return new StoreAddress(text, Optional.empty(), plain);
        }
        if (plain.startsWith("jdbc:") && !plain.startsWith(SQLITE)) {
            throw new StoreProblem(
                    plain + ": not a database that a store can lie in; use a file, " + POSTGRESQL);
        }
        String name = plain.startsWith(SQLITE) ? plain.substring(SQLITE.length()) : plain;
        if (name.isBlank() || name.startsWith(":")) {
            throw new StoreProblem("the store has no name; give the path of a file");
        }
        try {
            Path file = Path.of(name);
            String parameters = query < 0 ? "" : text.substring(query);
            return new StoreAddress(SQLITE + file + parameters, Optional.of(file), name);
        } catch (InvalidPathException e) {
            throw new StoreProblem(name + ": not a path; check the spelling", e);
        }
    }
}
