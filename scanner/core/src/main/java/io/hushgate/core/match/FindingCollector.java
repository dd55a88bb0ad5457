package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Merges the detections of all workers into findings: one for each value under each rule, with
 * every place it was seen at. Thread-safe; the result does not depend on who came first. Takes the
 * fingerprint and the redaction of each secret and closes it.
 */
public final class FindingCollector implements DetectionSink {
    private final FingerprintKey key;
    private final Map<Key, Growing> findings = new TreeMap<>();

    /** What makes two detections the same finding. */
    private record Key(RuleId rule, Fingerprint fingerprint) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : fingerprint.compareTo(other.fingerprint);
        }
    }

    /** A finding to which places are still added. */
    private static final class Growing {
        private final String title;
        private final String remedy;
        private final String redacted;
        private final TreeSet<Location> places = new TreeSet<>();
        private Severity severity;
        private Confidence confidence;
        private Grade grade;

        Growing(Detection first, String redacted) {
            this.title = first.rule().title();
            this.remedy = first.rule().remedy();
            this.redacted = redacted;
            this.severity = first.severity();
            this.confidence = first.confidence();
            this.grade = first.grade();
        }

        /** The worst severity, the best confidence and the strongest proof of all places count. */
        void add(Detection detection) {
            places.add(detection.location());
            severity = max(severity, detection.severity());
            confidence = max(confidence, detection.confidence());
            grade = grade.compareTo(detection.grade()) <= 0 ? grade : detection.grade();
        }

        private static <T extends Comparable<T>> T max(T a, T b) {
            return a.compareTo(b) >= 0 ? a : b;
        }
    }

    /**
     * Collects under a key.
     *
     * @param key makes the fingerprints, by which equal values are told
     */
    public FindingCollector(FingerprintKey key) {
        this.key = key;
    }

    @Override
    public void accept(Detection detection) {
        Fingerprint fingerprint;
        String redacted;
        try (var secret = detection.secret()) {
            fingerprint = key.of(secret);
            redacted = secret.redacted();
        }
        Key identity = new Key(detection.rule().id(), fingerprint);
        synchronized (findings) {
            findings.computeIfAbsent(identity, k -> new Growing(detection, redacted))
                    .add(detection);
        }
    }

    /**
     * The findings so far, sorted by first place, rule and fingerprint. Those of a log say so; who
     * reads a history or an image replaces the state and adds attribution.
     */
    public List<Finding> findings() {
        synchronized (findings) {
            return findings.entrySet().stream()
                    .map(entry -> finding(entry.getKey(), entry.getValue()))
                    .sorted(FindingCollector::compare)
                    .toList();
        }
    }

    private static int compare(Finding a, Finding b) {
        int byLocation = a.location().compareTo(b.location());
        if (byLocation != 0) {
            return byLocation;
        }
        int byRule = a.rule().compareTo(b.rule());
        return byRule != 0 ? byRule : a.fingerprint().compareTo(b.fingerprint());
    }

    private static Finding finding(Key key, Growing growing) {
        return new Finding(
                key.rule,
                growing.title,
                growing.severity,
                growing.confidence,
                growing.grade,
                growing.redacted,
                key.fingerprint,
                List.copyOf(growing.places),
                state(growing.places.first().address()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                growing.remedy);
    }

    private static FindingState state(Address address) {
        return switch (address) {
            case Address.LogStep _ -> FindingState.LOG;
            case Address.Inside(var outer, _) -> state(outer);
            case Address.File _,
                    Address.StandardInput _,
                    Address.Staged _,
                    Address.InCommit _,
                    Address.GitObject _,
                    Address.CommitMessage _,
                    Address.TagMessage _,
                    Address.InLayer _,
                    Address.InImageConfig _ ->
                    FindingState.HEAD;
        };
    }
}
