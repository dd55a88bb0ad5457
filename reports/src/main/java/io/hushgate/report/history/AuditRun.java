package io.hushgate.report.history;

import io.hushgate.core.Finding;
import io.hushgate.core.Severity;
import io.hushgate.core.Violation;
import io.hushgate.report.Report;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run of an audit as a point in a trend.
 *
 * @param id of the run, for its reader
 * @param open how many findings and violations of each severity are open, without accepted ones
 * @param accepted how many are accepted
 * @param accessViolations how many violations say that somebody reaches more than they need, or was
 *     refused
 */
public record AuditRun(
        String id,
        Instant time,
        Map<Severity, Integer> open,
        int accepted,
        int accessViolations,
        Changes changes,
        Surface surface,
        Reached reached) {
    public AuditRun {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        counts.putAll(open);
        open = Collections.unmodifiableMap(counts);
    }

    /**
     * Against the run before.
     *
     * @param reopened seen again after they were gone; not in {@code fresh}
     */
    public record Changes(int fresh, int fixed, int stillOpen, int reopened) {}

    /**
     * How far secrets are spread.
     *
     * @param secrets distinct leaked values
     * @param places where they lie, all together
     */
    public record Surface(int secrets, int places) {}

    /**
     * How much of the inventory was looked at.
     *
     * @param incomplete targets of which a part, or all, could not be
     */
    public record Reached(int targets, int incomplete) {}

    /** Counts what a run told. */
    public static AuditRun of(String id, Audit audit, Changes changes) {
        Map<Severity, Integer> open = new EnumMap<>(Severity.class);
        Set<String> values = new HashSet<>();
        int accepted = 0;
        int access = 0;
        int places = 0;
        int incomplete = audit.unreached().size();
        for (Audit.Target target : audit.targets()) {
            Report report = target.report();
            incomplete += report.coverage().isComplete() ? 0 : 1;
            for (Finding finding : report.findings()) {
                if (finding.suppression().isPresent()) {
                    accepted++;
                    continue;
                }
                open.merge(finding.severity(), 1, Integer::sum);
                values.add(finding.fingerprint().hex());
                places += finding.occurrences().size();
            }
            for (Violation violation : report.violations()) {
                if (violation.suppression().isPresent()) {
                    accepted++;
                    continue;
                }
                open.merge(violation.severity(), 1, Integer::sum);
                access += isAboutAccess(violation.id()) ? 1 : 0;
            }
        }
        return new AuditRun(
                id,
                audit.time(),
                open,
                accepted,
                access,
                changes,
                new Surface(values.size(), places),
                new Reached(audit.targets().size() + audit.unreached().size(), incomplete));
    }

    /** The families of checks that join rights with what is used, and that read audit logs. */
    private static boolean isAboutAccess(String check) {
        return List.of("XA-", "AUD-").stream().anyMatch(check::startsWith);
    }

    /** How many are open in all. */
    public int total() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
