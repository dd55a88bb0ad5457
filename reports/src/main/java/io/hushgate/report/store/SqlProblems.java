package io.hushgate.report.store;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Says what a database complained about in words that tell what to do.
 *
 * @see <a href="https://sqlite.org/rescode.html">SQLite, result codes</a>
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL, error
 *     codes</a>
 */
final class SqlProblems {
    private static final int PRIMARY_CODE = 0xff;

    private SqlProblems() {}

    static StoreProblem told(String place, SQLException problem) {
        String what =
                Optional.ofNullable(problem.getSQLState())
                        .flatMap(SqlProblems::ofServer)
                        .or(() -> ofFile(problem.getErrorCode() & PRIMARY_CODE))
                        .orElseGet(() ->
                                "the database refused: "
                                        + String.valueOf(problem.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse(""));
        return new StoreProblem(place + ": " + what, problem);
    }

    private static Optional<String> ofFile(int code) {
        return switch (code) {
            case 5, 6 ->
                    Optional.of(
                            "the store is locked by another program; wait until that ends, or close it");
            case 8 ->
                    Optional.of(
                            "the store cannot be written; make the file and its directory writable");
            case 10 -> Optional.of("reading or writing failed; check the disk and its space");
            case 11, 26 ->
                    Optional.of(
                            "this is no store or a damaged one; restore a copy, or name another file");
            case 13 ->
                    Optional.of(
                            "the disk is full; free some space and run again, what was committed is kept");
            case 14 ->
                    Optional.of(
                            "the store cannot be opened; check that its directory exists and is writable");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofServer(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" ->
                    Optional.of("the server cannot be reached; check host, port and that it runs");
            case "28" ->
                    Optional.of(
                            "the server refuses the user; set HUSHGATE_STORE_USER and HUSHGATE_STORE_PASSWORD");
            case "3D" -> Optional.of("there is no such database; create it first");
            case "42" ->
                    state.equals("42501")
                            ? Optional.of(
                                    "the user may not do this; grant it CREATE on the schema, or use its owner")
                            : Optional.empty();
            case "53" ->
                    Optional.of(
                            "the server is out of space or connections; mend that and run again, what was committed is kept");
            default -> Optional.empty();
        };
    }
}
