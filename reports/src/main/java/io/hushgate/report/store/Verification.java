package io.hushgate.report.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the store is as the runs left it.
 *
 * @param runs how many ended runs were checked
 * @param looks how many looks at targets
 * @param head the hash of the last link; whoever notes it elsewhere can tell later that nothing was
 *     taken off the end
 * @param complaints what was changed, by place, in the order of the records; none when all is well
 */
public record Verification(long runs, long looks, Optional<String> head, List<String> complaints) {
    public Verification {
        complaints = List.copyOf(complaints);
    }

    /**
     * Checks every record that the store holds.
     *
     * @param expected hashes of links that were noted elsewhere
     */
    public static Verification of(Store store, List<String> expected) {
        return new Check(store.sql()).all(expected);
    }

    /** The steps of one verification. */
    private static final class Check {
        private final Sql sql;
        private final List<String> complaints = new ArrayList<>();

        Check(Sql sql) {
            this.sql = sql;
        }

        Verification all(List<String> expected) {
            List<Run> runs = sql.query(Rows::run, Rows.RUN + " order by number");
            items();
            List<Link> links = Chain.links(sql);
            long kept = keptSince(links);
            Map<Long, String> contents = new HashMap<>();
            long count = 0;
            for (Run run : runs) {
                List<Look> looks =
                        sql.query(Rows::look, Rows.LOOK + " where run = ?", run.number()).stream()
                                .sorted(Comparator.comparingLong(Look::ordinal))
                                .toList();
                looks.forEach(look -> look(look, kept));
                count += looks.size();
                if (run.ended().isPresent()) {
                    contents.put(run.number(), Link.content(run, looks));
                }
            }
            links(links, contents);
            for (String hash : expected) {
                if (links.stream().noneMatch(link -> link.hash().equals(hash))) {
                    complaints.add(
                            "the chain does not hold "
                                    + hash
                                    + ": records were rewritten or taken off its end");
                }
            }
            Optional<String> head =
                    links.isEmpty() ? Optional.empty() : Optional.of(links.getLast().hash());
            return new Verification(contents.size(), count, head, complaints);
        }

        private void items() {
            List<String> changed =
                    sql.query(
                            row ->
                                    Digests.of(row.getString(2)).equals(row.getString(1))
                                            ? ""
                                            : row.getString(1),
                            "select digest, body from item");
            changed.stream()
                    .filter(digest -> !digest.isEmpty())
                    .sorted()
                    .forEach(digest -> complaints.add("item " + digest + " was changed"));
        }

        private static long keptSince(List<Link> links) {
            return links.stream()
                    .filter(link -> link.kind() == Link.Kind.PRUNE)
                    .mapToLong(Link::subject)
                    .max()
                    .orElse(0);
        }

        private void look(Look look, long kept) {
            String place = "run %d, target %s".formatted(look.run(), look.target());
            List<Turn> turns =
                    sql.query(
                            Rows::turn,
                            Rows.TURN + " where run = ? and target = ?",
                            look.run(),
                            look.target());
            if (!look.digest(turns).equals(look.digest())) {
                complaints.add(place + ": its record was changed");
            }
            if (look.pruned()) {
                if (look.run() >= kept) {
                    complaints.add(place + ": its details were taken away by no pruning");
                }
                return;
            }
            Digests items = Digests.begin();
            sql.query(
                            row -> row.getString(1),
                            "select item from sighting where run = ? and target = ? order by ordinal",
                            look.run(),
                            look.target())
                    .forEach(items::add);
            if (!items.hex().equals(look.itemsDigest())) {
                complaints.add(place + ": what was seen there was changed");
            }
        }

        /**
         * @param contents what the links of the ended runs have to hold
         */
        private void links(List<Link> links, Map<Long, String> contents) {
            Map<Long, String> loose = new TreeMap<>(contents);
            String previous = Link.BEGINNING;
            long number = 1;
            for (Link link : links) {
                if (!hangs(link, previous, number)) {
                    complaints.add(
                            "link %d of the chain does not hang on the one before"
                                    .formatted(link.number()));
                }
                if (link.kind() == Link.Kind.RUN) {
                    run(link, Optional.ofNullable(loose.remove(link.subject())));
                }
                previous = link.hash();
                number = link.number() + 1;
            }
            loose.keySet()
                    .forEach(run -> complaints.add("run %d is not on the chain".formatted(run)));
        }

        private static boolean hangs(Link link, String previous, long number) {
            Link due =
                    Link.after(
                            previous,
                            number,
                            link.kind(),
                            link.subject(),
                            link.at(),
                            link.content());
            return link.equals(due);
        }

        private void run(Link link, Optional<String> content) {
            String place = "run %d".formatted(link.subject());
            if (content.isEmpty()) {
                complaints.add(place + " was taken away, or its end was");
            } else if (!content.get().equals(link.content())) {
                complaints.add(place + ": its record or its list of targets was changed");
            }
        }
    }
}
