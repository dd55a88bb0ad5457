package io.hushgate.report.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain as it lies in the store. */
final class Chain {
    private Chain() {}

    static List<Link> links(Sql sql) {
        return sql.query(Rows::link, Rows.LINK + " order by number");
    }

    static Optional<Link> last(Sql sql) {
        return sql.first(Rows::link, Rows.LINK + " order by number desc limit 1");
    }

    /** The link that comes next; not written yet. */
    static Link next(Sql sql, Link.Kind kind, long subject, Instant at, String content) {
        Optional<Link> last = last(sql);
        return Link.after(
                last.map(Link::hash).orElse(Link.BEGINNING),
                last.map(Link::number).orElse(0L) + 1,
                kind,
                subject,
                at,
                content);
    }

    static void append(Sql sql, Link link) {
        sql.update(
                "insert into chain (number, kind, subject, at, content, hash) values (?, ?, ?, ?, ?, ?)",
                link.number(),
                link.kind().label(),
                link.subject(),
                link.at().toString(),
                link.content(),
                link.hash());
    }
}
