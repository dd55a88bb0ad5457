package io.hushgate.cli.audit;

import io.hushgate.report.store.Change;
import io.hushgate.report.store.Look;
import io.hushgate.report.store.Outcome;
import io.hushgate.report.store.Run;
import io.hushgate.report.store.Standing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A run as people read it. */
final class RunText {
    private RunText() {}

    /**
     * Writes it.
     *
     * @param everything also what is still open or accepted
     */
    static void write(
            PrintWriter out,
            Run run,
            List<Look> looks,
            List<Standing> standings,
            boolean everything) {
        long looked = looks.stream().filter(look -> look.outcome() == Outcome.LOOKED).count();
        out.println(
                "run %d of %s, %s: %d of %d targets looked at%s"
                        .formatted(
                                run.number(),
                                run.inventory(),
                                run.began(),
                                looked,
                                looks.size(),
                                run.ended().isPresent() ? "" : ", interrupted"));
        for (Look look : looks) {
            if (look.outcome() != Outcome.LOOKED) {
                out.println(
                        "  not looked at  %s: %s, %s"
                                .formatted(look.target(), look.outcome().label(), look.detail()));
            } else if (!look.complete()) {
                out.println(
                        "  incomplete     %s: a part could not be looked at; `hushgate audit report` names it"
                                .formatted(look.target()));
            }
        }
        for (Standing standing : standings) {
            boolean changed =
                    standing.change() != Change.OPEN && standing.change() != Change.ACCEPTED;
            if (changed || everything) {
                line(out, standing);
            }
        }
        out.println(
                Arrays.stream(Change.values())
                        .filter(change -> change != Change.NONE)
                        .map(change ->
                                "%d %s"
                                        .formatted(
                                                standings.stream()
                                                        .filter(s -> s.change() == change)
                                                        .count(),
                                                word(change)))
                        .collect(Collectors.joining(", ")));
    }

    private static String word(Change change) {
        return change == Change.OPEN ? "still open" : change.label();
    }

    private static void line(PrintWriter out, Standing standing) {
        List<String> owners = standing.item().owners();
        out.println(
                "  %-9s %-8s %s  %s  %s  %s  since %s%s"
                        .formatted(
                                standing.change().label(),
                                standing.item().severity().label(),
                                standing.key().check(),
                                standing.target(),
                                standing.item().places().getFirst(),
                                standing.state().label(),
                                LocalDate.ofInstant(standing.firstSeen(), ZoneOffset.UTC),
                                owners.isEmpty() ? "" : "  " + String.join(" ", owners)));
    }
}
