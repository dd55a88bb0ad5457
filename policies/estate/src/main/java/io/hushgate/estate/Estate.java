package io.hushgate.estate;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.FactDocument;
import io.hushgate.estate.usage.AccessFacts;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All facts of a run, joined where one file completes another, in an order that does not depend on
 * who read what first.
 *
 * @param facts by section, file, place and content; each once
 * @param diagnostics by address and place
 */
public record Estate(List<Fact> facts, List<Diagnostic> diagnostics) {
    private static final Comparator<Fact> PLACE =
            Comparator.comparing(Fact::section)
                    .thenComparing(fact -> fact.at().file())
                    .thenComparingInt(fact -> fact.at().line())
                    .thenComparingInt(fact -> fact.at().column());

    public Estate {
        facts = List.copyOf(facts);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Joins readings: policies get the names that scripts give them, uses the mounts of their
     * stores. What follows from all of them is added.
     */
    public static Estate of(Collection<EstateReading> readings) {
        List<Fact> facts = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (EstateReading reading : readings) {
            facts.addAll(reading.facts());
            diagnostics.addAll(reading.diagnostics());
        }
        List<Fact> joined = RoleKinds.resolve(StoreJoin.resolve(PolicyNames.resolve(facts)));
        joined.addAll(AccessFacts.of(joined));
        return new Estate(sorted(joined), diagnostics.stream().distinct().sorted().toList());
    }

    private static List<Fact> sorted(List<Fact> facts) {
        return facts.stream()
                .distinct()
                .map(fact -> new Rendered(fact, FactDocument.value(fact)))
                .sorted(Comparator.comparing(Rendered::fact, PLACE).thenComparing(Rendered::value))
                .map(Rendered::fact)
                .toList();
    }

    /** The document that policies see as {@code data.estate}. */
    public RegoObject toValue() {
        return FactDocument.of(facts);
    }

    /** The same as indented JSON. */
    public String toJson() {
        return JsonWriter.PRETTY.write(toValue()) + "\n";
    }

    private record Rendered(Fact fact, Value value) {}
}
