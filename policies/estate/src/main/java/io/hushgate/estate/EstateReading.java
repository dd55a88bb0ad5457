package io.hushgate.estate;

import io.hushgate.estate.fact.ChartFact.TemplateUse;
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

    /**
     * What only the template itself says: what it does with values, whichever they are. The rest is
     * said, and better, by what the template comes to.
     */
    public EstateReading ofTemplate() {
        return new EstateReading(
                address,
                relevant,
                facts.stream().filter(TemplateUse.class::isInstance).toList(),
                List.of());
    }

    /** What could not be read, for something whose facts others tell. */
    public EstateReading withoutFacts() {
        return new EstateReading(address, relevant, List.of(), diagnostics);
    }

    static EstateReading irrelevant(String address) {
        return new EstateReading(address, false, List.of(), List.of());
    }
}
