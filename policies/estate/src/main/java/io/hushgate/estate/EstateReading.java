package io.hushgate.estate;

import io.hushgate.estate.fact.Fact;
import java.util.List;

/**
 * What one artifact says.
 *
 * @param relevant whether the artifact is configuration that the readers know; if not, nothing was
 *     parsed
 */
public record EstateReading(
        String address, boolean relevant, List<Fact> facts, List<Diagnostic> diagnostics) {
    public EstateReading {
        facts = List.copyOf(facts);
        diagnostics = List.copyOf(diagnostics);
    }

    static EstateReading irrelevant(String address) {
        return new EstateReading(address, false, List.of(), List.of());
    }
}
