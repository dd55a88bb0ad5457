package io.hushgate.report.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Rows of the store's tables as values. */
final class Rows {
    static final String RUN =
            "select number, inventory, inventory_digest, program, key_id, began, ended from run";
    static final String LOOK =
            "select run, target, ordinal, kind, owner, outcome, detail, complete, places, summary, pruned,"
                    + " items_digest, digest from look";
    static final String TURN =
            "select run, target, kind, check_id, identity, state, item from turn";
    static final String LINK = "select number, kind, subject, at, content, hash from chain";

    private Rows() {}

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("number"),
                row.getString("inventory"),
                row.getString("inventory_digest"),
                row.getString("program"),
                row.getString("key_id"),
                Instant.parse(row.getString("began")),
                Optional.ofNullable(row.getString("ended")).map(Instant::parse));
    }

    static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getLong("run"),
                row.getString("target"),
                row.getLong("ordinal"),
                row.getString("kind"),
                row.getString("owner"),
                Outcome.of(row.getString("outcome")),
                row.getString("detail"),
                row.getLong("complete") != 0,
                row.getLong("places"),
                row.getString("summary"),
                row.getLong("pruned") != 0,
                row.getString("items_digest"),
                row.getString("digest"));
    }

    static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                row.getLong("run"),
                row.getString("target"),
                new IssueKey(
                        Kind.of(row.getString("kind")),
                        row.getString("check_id"),
                        row.getString("identity")),
                State.of(row.getString("state")),
                row.getString("item"));
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("number"),
                Link.Kind.of(row.getString("kind")),
                row.getLong("subject"),
                Instant.parse(row.getString("at")),
                row.getString("content"),
                row.getString("hash"));
    }
}
