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
        String remedy) {
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
        return new Finding(
                rule,
                title,
                severity,
                confidence,
                grade,
                redacted,
                fingerprint,
                places,
                state,
                attribution,
                layers,
                accepted,
                remedy);
    }
}
