package io.hushgate.report.html;

import io.hushgate.core.Finding;
import io.hushgate.core.Location;
import io.hushgate.core.Violation;
import io.hushgate.report.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * What to do about something, in order. A credential is made worthless first, then replaced, then
 * removed: the other way round it is abused while files are being tidied.
 */
final class Steps {
    private Steps() {}

    static List<String> of(Finding finding) {
        List<String> steps = new ArrayList<>();
        steps.add(finding.remedy());
        finding.blast().ifPresent(blast -> steps.addAll(blast.revocation()));
        long present =
                finding.occurrences().stream().filter(place -> !place.isPast()).distinct().count();
        if (present > 1) {
            steps.add(
                    "Give what uses it a new one, from a secret store: the old one lies at %s."
                            .formatted(Amount.of(present, "place")));
        }
        steps.add(
                switch (finding.state()) {
                    case HEAD ->
                            "Take it out of the files, and have it read from a secret store when the program runs.";
                    case HISTORY_ONLY ->
                            "It is in every clone. Rewriting the history does not take it back; being revoked makes it harmless.";
                    case HIDDEN_LAYER ->
                            "Build the image anew without the step that copies it, and delete the old digests from the registry.";
                    case LOG ->
                            "Delete the log, and keep the value out of the command that printed it.";
                });
        if (isRemembered(finding)) {
            steps.add("Its history keeps it also afterwards: hushgate scan --history shows it.");
        }
        return List.copyOf(steps);
    }

    static List<String> of(Violation violation) {
        return List.of(violation.remedy());
    }

    /** In files as they are now, and in commits. */
    private static boolean isRemembered(Finding finding) {
        return switch (finding.state()) {
            case HEAD ->
                    finding.attribution().isPresent()
                            || finding.occurrences().stream().anyMatch(Location::isPast);
            case HISTORY_ONLY, HIDDEN_LAYER, LOG -> false;
        };
    }
}
