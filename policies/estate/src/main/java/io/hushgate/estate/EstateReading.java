package io.hushgate.estate;

import io.hushgate.estate.fact.ChartFact.TemplateUse;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.read.ModuleFile;
import java.util.List;

/**
 * What one artifact says.
 *
 * @param relevant whether the artifact is configuration that the readers know; if not, nothing was
 *     parsed
 * @param modules the file, if what it says depends on the files beside it
 */
public record EstateReading(
        String address,
        boolean relevant,
        List<Fact> facts,
        List<Diagnostic> diagnostics,
        List<ModuleFile> modules) {
    public EstateReading {
        facts = List.copyOf(facts);
        diagnostics = List.copyOf(diagnostics);
        modules = List.copyOf(modules);
    }

    /** Of a file that says what it says, whatever lies beside it. */
    EstateReading(
            String address, boolean relevant, List<Fact> facts, List<Diagnostic> diagnostics) {
        this(address, relevant, facts, diagnostics, List.of());
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
        return with(List.of());
    }

    /** The reading with other facts. */
    EstateReading with(List<Fact> other) {
        return new EstateReading(address, relevant, other, diagnostics, modules);
    }

    static EstateReading irrelevant(String address) {
        return new EstateReading(address, false, List.of(), List.of());
    }
}
