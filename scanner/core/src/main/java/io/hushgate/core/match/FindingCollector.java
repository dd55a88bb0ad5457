package io.hushgate.core.match;

import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.Finding;
import io.hushgate.core.FindingState;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Grade;
import io.hushgate.core.Location;
import io.hushgate.core.Region;
import io.hushgate.core.RuleId;
import io.hushgate.core.Severity;
import io.hushgate.core.grade.Holder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the detections of all workers into findings: one for each value, under the rule that
 * proves most of it, with every place it was seen at. Thread-safe; the result does not depend on
 * who came first. Takes the fingerprint and the redaction of each secret and closes it; those that
 * are worth looking for elsewhere leave a copy with the {@link KnownValues}.
 */
public final class FindingCollector implements DetectionSink, EchoSink {
    /** Places of one value that are kept of those that only the value shows, the first in order. */
    private static final int MOST_ECHOES = 1000;

    /** What stands at more places is a word of the field, unless its form proves otherwise. */
    private static final int MOST_CHANCE = 100;

    /**
     * The best proven first, then the worst and the surest. Not joined by {@code
     * Comparator.comparing}, whose lambdas no AOT cache keeps.
     */
    private static final Comparator<Growing> MOST_PROVEN =
            (a, b) -> {
                int order = a.grade.compareTo(b.grade);
                order = order != 0 ? order : b.severity.compareTo(a.severity);
                order = order != 0 ? order : b.confidence.compareTo(a.confidence);
                return order != 0 ? order : a.rule.compareTo(b.rule);
            };

    private final FingerprintKey key;
    private final KnownValues known;
    private final Map<Key, Growing> findings = new TreeMap<>();
    private final Map<Remarked, String> remarks = new TreeMap<>();
    private final Map<Fingerprint, TreeSet<Location>> echoes = new TreeMap<>();
    private final Map<Fingerprint, String> holders = new TreeMap<>();
    private final Map<Fingerprint, Grade> grades = new TreeMap<>();

    /** One value under one rule; rules of one value are joined at the end. */
    private record Key(Fingerprint fingerprint, RuleId rule) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byValue = fingerprint.compareTo(other.fingerprint);
            return byValue != 0 ? byValue : rule.compareTo(other.rule);
        }
    }

    /** A value at a place. */
    private record Remarked(Fingerprint fingerprint, Location place)
            implements Comparable<Remarked> {
        @Override
        public int compareTo(Remarked other) {
            int byValue = fingerprint.compareTo(other.fingerprint);
            return byValue != 0 ? byValue : place.compareTo(other.place);
        }
    }

    /** A finding to which places are still added. */
    private static final class Growing {
        private final RuleId rule;
        private final String title;
        private final String remedy;
        private final String redacted;
        private final TreeSet<Location> places = new TreeSet<>();
        private Severity severity;
        private Confidence confidence;
        private Grade grade;

        Growing(Detection first, String redacted) {
            this.rule = first.rule().id();
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
            grade = better(grade, detection.grade());
        }
    }

    /**
     * Collects under a key.
     *
     * @param key makes the fingerprints, by which equal values are told
     */
    public FindingCollector(FingerprintKey key) {
        this(key, new KnownValues());
    }

    /**
     * Collects under a key.
     *
     * @param known is given what can be looked for elsewhere; the caller closes it
     */
    public FindingCollector(FingerprintKey key, KnownValues known) {
        this.key = key;
        this.known = known;
    }

    @Override
    public void accept(Detection detection) {
        Fingerprint fingerprint;
        String redacted;
        Optional<String> holder;
        try (var secret = detection.secret()) {
            fingerprint = key.of(secret);
            redacted = secret.redacted();
            holder = secret.read(Holder::of);
            known.note(fingerprint, detection);
        }
        Key identity = new Key(fingerprint, detection.rule().id());
        synchronized (findings) {
            holder.ifPresent(who -> holders.put(fingerprint, who));
            grades.merge(fingerprint, detection.grade(), FindingCollector::better);
            findings.computeIfAbsent(identity, k -> new Growing(detection, redacted))
                    .add(detection);
            if (!detection.remark().isEmpty()) {
                remarks.put(new Remarked(fingerprint, detection.location()), detection.remark());
            }
        }
    }

    /** What a comment says of a value at a place, from its mark on; empty without one. */
    public String remark(Fingerprint value, Location place) {
        synchronized (findings) {
            return remarks.getOrDefault(new Remarked(value, place), "");
        }
    }

    /** Notes one more place of a value; places where a rule saw it count once. */
    @Override
    public boolean accept(Echo echo) {
        synchronized (findings) {
            TreeSet<Location> places =
                    echoes.computeIfAbsent(echo.value(), value -> new TreeSet<>());
            places.add(echo.location());
            if (places.size() > MOST_ECHOES) {
                places.pollLast();
            }
            return !isWordOfTheField(echo.value());
        }
    }

    /** Tells whether a value stands at so many places that they say nothing. */
    private boolean isWordOfTheField(Fingerprint value) {
        Set<Location> heard = echoes.getOrDefault(value, new TreeSet<>());
        return heard.size() > MOST_CHANCE
                && grades.getOrDefault(value, Grade.CONTEXTUAL).compareTo(Grade.FORMAT) > 0;
    }

    /** Whom or what a value speaks for, where it says so itself. */
    public Optional<String> holder(Fingerprint value) {
        synchronized (findings) {
            return Optional.ofNullable(holders.get(value));
        }
    }

    /**
     * The findings so far, sorted by first place, rule and fingerprint. Those of logs alone say so;
     * who reads a history or an image replaces the state and adds attribution.
     */
    public List<Finding> findings() {
        synchronized (findings) {
            Map<Fingerprint, List<Growing>> byValue = new TreeMap<>();
            findings.forEach((identity, growing) ->
                    byValue.computeIfAbsent(identity.fingerprint, value -> new ArrayList<>())
                            .add(growing));
            List<Finding> sorted = new ArrayList<>();
            byValue.forEach((fingerprint, places) -> sorted.add(joined(fingerprint, places)));
            sorted.sort(FindingCollector::compare);
            return List.copyOf(sorted);
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

    private Finding joined(Fingerprint fingerprint, List<Growing> rules) {
        Growing leading = rules.stream().min(MOST_PROVEN).orElseThrow();
        Severity severity = leading.severity;
        Confidence confidence = leading.confidence;
        TreeSet<Location> places = new TreeSet<>();
        for (Growing each : rules) {
            severity = max(severity, each.severity);
            confidence = max(confidence, each.confidence);
            places.addAll(each.places);
        }
        places.addAll(unseen(fingerprint, places));
        boolean logged = places.stream().allMatch(place -> isLog(place.address()));
        return new Finding(
                leading.rule,
                leading.title,
                severity,
                confidence,
                leading.grade,
                leading.redacted,
                fingerprint,
                List.copyOf(places),
                logged ? FindingState.LOG : FindingState.HEAD,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                leading.remedy,
                Optional.empty());
    }

    /** The echoes at places where no rule saw anything. */
    private List<Location> unseen(Fingerprint value, Set<Location> seen) {
        TreeSet<Location> heard = echoes.getOrDefault(value, new TreeSet<>());
        if (heard.isEmpty() || isWordOfTheField(value)) {
            return List.of();
        }
        Map<Address, List<Region>> regions =
                seen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Location::address,
                                        Collectors.mapping(Location::region, Collectors.toList())));
        return heard.stream()
                .filter(place ->
                        regions.getOrDefault(place.address(), List.of()).stream()
                                .noneMatch(place.region()::overlaps))
                .toList();
    }

    private static <T extends Comparable<T>> T max(T a, T b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Grade better(Grade a, Grade b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static boolean isLog(Address address) {
        return switch (address) {
            case Address.LogStep _ -> true;
            case Address.Inside(var outer, _) -> isLog(outer);
            case Address.File _,
                    Address.StandardInput _,
                    Address.Staged _,
                    Address.InCommit _,
                    Address.GitObject _,
                    Address.CommitMessage _,
                    Address.TagMessage _,
                    Address.InLayer _,
                    Address.InImageConfig _ ->
                    false;
        };
    }
}
