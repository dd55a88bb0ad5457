package io.hushgate.core;

import java.util.List;
import java.util.Optional;

/**
 * A leaked credential: one value under one rule, with every place it was seen at. Holds no secret.
 *
 * @param redacted what may be shown of the value
 * @param occurrences every place, sorted, at least one; the first is the {@link #location()}
 * @param attribution present when a history was read
 * @param layers how it lies in images, sorted; empty when none was read
 * @param blast what it opens; empty where nothing tells
 */
public record Finding(
        RuleId rule,
        String title,
        Severity severity,
        Confidence confidence,
        Grade grade,
        String redacted,
        Fingerprint fingerprint,
        List<Location> occurrences,
        FindingState state,
        Optional<Attribution> attribution,
        List<LayerPlace> layers,
        Optional<Suppression> suppression,
        String remedy,
        Optional<Blast> blast) {
    public Finding {
        occurrences = occurrences.stream().sorted().distinct().toList();
        layers = layers.stream().sorted().distinct().toList();
        if (occurrences.isEmpty()) {
            throw new IllegalArgumentException("a finding lies somewhere");
        }
    }

    /** The place shown first. */
    public Location location() {
        return occurrences.getFirst();
    }

    /** The same value at some of its places, accepted or not. */
    public Finding at(List<Location> places, Optional<Suppression> accepted) {
        return with(severity, places, state, attribution, layers, accepted, blast);
    }

    /** The same at its places in a history. */
    public Finding past(List<Location> places, FindingState now, Optional<Attribution> history) {
        return with(severity, places, now, history, layers, suppression, blast);
    }

    /** The same with how it lies in images. */
    public Finding layered(FindingState now, List<LayerPlace> places) {
        return with(severity, occurrences, now, attribution, places, suppression, blast);
    }

    /** The same with what it opens, at the severity that this deserves. */
    public Finding opening(Severity raised, Blast opened) {
        return with(
                raised, occurrences, state, attribution, layers, suppression, Optional.of(opened));
    }

    /** The same with what a service said of it. */
    public Finding judged(Severity now, Confidence sure, Grade proved) {
        return new Finding(
                rule,
                title,
                now,
                sure,
                proved,
                redacted,
                fingerprint,
                occurrences,
                state,
                attribution,
                layers,
                suppression,
                remedy,
                blast);
    }

    /** The same value under the same rule, with what a run comes to know of it. */
    private Finding with(
            Severity now,
            List<Location> places,
            FindingState lies,
            Optional<Attribution> history,
            List<LayerPlace> inImages,
            Optional<Suppression> accepted,
            Optional<Blast> opened) {
        return new Finding(
                rule,
                title,
                now,
                confidence,
                grade,
                redacted,
                fingerprint,
                places,
                lies,
                history,
                inImages,
                accepted,
                remedy,
                opened);
    }
}
