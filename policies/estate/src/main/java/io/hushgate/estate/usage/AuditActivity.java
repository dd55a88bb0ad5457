package io.hushgate.estate.usage;

import io.hushgate.estate.fact.AuditFact.AuditBurst;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what each subject of an audit log asks for within ten minutes, from full tens on. A burst
 * over the edge of two spans counts in both, by its parts.
 */
final class AuditActivity {
    private static final long SPAN_SECONDS = 600;

    /** Of each subject this many spans are told, the busiest. */
    private static final int TOLD = 10;

    /** Paths that are told apart within a span; whoever asks for more has asked for too many. */
    private static final int MOST_PATHS = 1_000;

    /** Spans that are kept: ten subjects for a month. Later ones are not counted. */
    private static final int MOST_SPANS = 50_000;

    private static final Comparator<Tally> BUSIEST_FIRST =
            Comparator.comparingInt((Tally tally) -> -Math.max(tally.paths.size(), tally.denied()))
                    .thenComparingLong(tally -> tally.firstLine);

    private final Map<Span, Tally> spans = new HashMap<>();

    /**
     * Ten minutes of a subject.
     *
     * @param number of the span since 1970
     */
    private record Span(String subject, long number) {}

    /** What was asked in a span. */
    private static final class Tally {
        private final long firstLine;
        private final Set<String> paths = new HashSet<>();
        private int refusedRequests;
        private int refusedResponses;

        Tally(long firstLine) {
            this.firstLine = firstLine;
        }

        /** Vault logs a refusal with the request, with the response, or with both. */
        int denied() {
            return Math.max(refusedRequests, refusedResponses);
        }
    }

    /** Takes an entry into account; one without a time is left out. */
    void note(AuditEntry entry, AuditEntry.Key key, long line) {
        Optional<Instant> at = instant(entry.time());
        if (at.isEmpty()) {
            return;
        }
        Span span = new Span(key.subject(), at.get().getEpochSecond() / SPAN_SECONDS);
        Tally tally = spans.get(span);
        if (tally == null) {
            if (spans.size() >= MOST_SPANS) {
                return;
            }
            tally = new Tally(line);
            spans.put(span, tally);
        }
        if (entry.isRequest() && tally.paths.size() < MOST_PATHS) {
            tally.paths.add(key.path());
        }
        if (entry.isDenied()) {
            tally.refusedRequests += entry.isRequest() ? 1 : 0;
            tally.refusedResponses += entry.isRequest() ? 0 : 1;
        }
    }

    /** A time as Vault writes it; empty for anything else. */
    static Optional<Instant> instant(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The busiest spans of each subject, subjects by name. */
    List<AuditBurst> bursts(String file) {
        Map<String, List<Map.Entry<Span, Tally>>> bySubject = new TreeMap<>();
        spans.entrySet()
                .forEach(one ->
                        bySubject
                                .computeIfAbsent(one.getKey().subject(), _ -> new ArrayList<>())
                                .add(one));
        List<AuditBurst> bursts = new ArrayList<>();
        for (List<Map.Entry<Span, Tally>> own : bySubject.values()) {
            own.stream()
                    .sorted(Map.Entry.comparingByValue(BUSIEST_FIRST))
                    .limit(TOLD)
                    .forEach(one -> bursts.add(burst(file, one.getKey(), one.getValue())));
        }
        return bursts;
    }

    private static AuditBurst burst(String file, Span span, Tally tally) {
        return new AuditBurst(
                span.subject(),
                Instant.ofEpochSecond(span.number() * SPAN_SECONDS).toString(),
                tally.paths.size(),
                tally.denied(),
                new Provenance(file, (int) tally.firstLine, 1, Confidence.HIGH));
    }
}
