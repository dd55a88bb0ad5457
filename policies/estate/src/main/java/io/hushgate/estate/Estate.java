package io.hushgate.estate;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.FactDocument;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.Section;
import io.hushgate.estate.usage.AccessFacts;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All facts of a run, joined where one file completes another, in an order that does not depend on
 * who read what first.
 *
 * @param facts by section, file, place and content; each once
 * @param diagnostics by address and place
 */
public record Estate(List<Fact> facts, List<Diagnostic> diagnostics) {
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
        return facts.stream().distinct().map(Ranked::new).sorted().map(Ranked::fact).toList();
    }

    /** The document that policies see as {@code data.estate}. */
    public RegoObject toValue() {
        return FactDocument.of(facts);
    }

    /** The same as indented JSON. */
    public String toJson() {
        return JsonWriter.PRETTY.write(toValue()) + "\n";
    }

    /**
     * A fact with what it is sorted by; its content is rendered only to tell it from a neighbour.
     */
    private record Ranked(Fact fact, Section section, Provenance at) implements Comparable<Ranked> {
        Ranked(Fact fact) {
            this(fact, fact.section(), fact.at());
        }

        @Override
        public int compareTo(Ranked other) {
            int bySection = section.compareTo(other.section);
            int byFile = bySection != 0 ? bySection : at.file().compareTo(other.at.file());
            int byLine = byFile != 0 ? byFile : Integer.compare(at.line(), other.at.line());
            int byPlace = byLine != 0 ? byLine : Integer.compare(at.column(), other.at.column());
            return byPlace != 0
                    ? byPlace
                    : FactDocument.value(fact).compareTo(FactDocument.value(other.fact));
        }
    }
}
