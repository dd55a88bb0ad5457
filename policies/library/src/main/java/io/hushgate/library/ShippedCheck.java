package io.hushgate.library;

import java.util.List;

/**
 * A shipped check as a run needs it: what to ask, and what to say of the answers.
 *
 * @param document the set of its results, {@code data.hushgate.checks.vault.root.violation}
 * @param severity one of {@code critical}, {@code high}, {@code medium}, {@code low} and {@code
 *     info}
 * @param confidence one of {@code high}, {@code medium} and {@code low}
 */
public record ShippedCheck(
        String document,
        String id,
        String title,
        String severity,
        String confidence,
        String remedy,
        List<String> references) {
    public ShippedCheck {
        references = List.copyOf(references);
    }
}
