package io.hushgate.core;

import java.util.List;
import java.util.Optional;

/**
 * A policy's complaint about configuration.
 *
 * @param id the check's id, stable for ever: {@code VLT-POL-SUDO}
 * @param message what is wrong at this place, in one sentence
 * @param related other places that belong to the complaint
 * @param references documents that say why
 */
public record Violation(
        String id,
        String title,
        Severity severity,
        Confidence confidence,
        String message,
        Location location,
        List<RelatedLocation> related,
        String remedy,
        List<String> references,
        Optional<Suppression> suppression) {
    public Violation {
        related = List.copyOf(related);
        references = List.copyOf(references);
    }

    /** Another place, and what it has to do with the complaint. */
    public record RelatedLocation(Location location, String message) {}

    /** The same complaint, accepted. */
    public Violation suppressed(Suppression given) {
        return new Violation(
                id,
                title,
                severity,
                confidence,
                message,
                location,
                related,
                remedy,
                references,
                Optional.of(given));
    }
}
