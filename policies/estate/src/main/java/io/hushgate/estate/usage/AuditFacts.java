package io.hushgate.estate.usage;

import io.hushgate.estate.EstateReading;
import io.hushgate.estate.fact.AuditFact.AuditAccess;
import io.hushgate.estate.fact.AuditFact.AuditTrail;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An audit log as facts that policies judge: see {@link io.hushgate.estate.fact.AuditFact}. */
public final class AuditFacts {
    private AuditFacts() {}

    /** What the log shows, as if it were an artifact of the estate. */
    public static EstateReading of(AuditLog log) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new AuditTrail(
                        log.file(),
                        log.firstTime(),
                        log.lastTime(),
                        log.plainEntries(),
                        place(log, Math.max(1, log.firstPlain()))));
        facts.addAll(log.bursts());
        Optional<Instant> began = AuditActivity.instant(log.firstTime());
        began.ifPresent(begin -> facts.addAll(accesses(log, begin)));
        return new EstateReading(log.file(), true, facts, List.of(), List.of());
    }

    private static List<AuditAccess> accesses(AuditLog log, Instant began) {
        Map<String, Integer> known = new HashMap<>();
        List<AuditAccess> accesses = new ArrayList<>();
        for (AuditLog.Asked asked : log.asked()) {
            Optional<Instant> at = AuditActivity.instant(asked.first());
            if (at.isPresent()) {
                AuditEntry.Key what = asked.what();
                int hours = (int) Math.max(0, Duration.between(began, at.get()).toHours());
                int since = known.merge(what.subject(), hours, Math::min);
                accesses.add(
                        new AuditAccess(
                                what.subject(),
                                what.operation().name().toLowerCase(Locale.ROOT),
                                what.path(),
                                asked.first(),
                                asked.count(),
                                hours,
                                since,
                                place(log, asked.firstLine())));
            }
        }
        return accesses;
    }

    private static Provenance place(AuditLog log, long line) {
        return new Provenance(log.file(), (int) line, 1, Confidence.HIGH);
    }
}
