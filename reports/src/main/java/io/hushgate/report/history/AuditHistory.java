package io.hushgate.report.history;

import java.util.Comparator;
import java.util.List;

/**
 * What stored runs tell beyond the present one.
 *
 * @param runs by time, oldest first, the present one last
 * @param lives of what the runs saw, whether it is still there or not
 */
public record AuditHistory(List<AuditRun> runs, List<Life> lives) {
    private static final Comparator<Life> ORDER =
            Comparator.comparing(Life::firstSeen)
                    .thenComparing(Life::target)
                    .thenComparing(life -> life.subject().check())
                    .thenComparing(life -> life.subject().identity());

    /** No run before this one. */
    public static final AuditHistory NONE = new AuditHistory(List.of(), List.of());

    public AuditHistory {
        runs =
                runs.stream()
                        .sorted(Comparator.comparing(AuditRun::time).thenComparing(AuditRun::id))
                        .toList();
        lives = lives.stream().sorted(ORDER).toList();
    }
}
