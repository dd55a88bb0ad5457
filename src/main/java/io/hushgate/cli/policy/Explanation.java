package io.hushgate.cli.policy;

import io.hushgate.rego.watch.Trace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that asks what an evaluation did. */
final class Explanation {
    /** How much is told. */
    enum Extent {
        OFF(EnumSet.noneOf(Trace.Kind.class)),
        NOTES(EnumSet.of(Trace.Kind.NOTE)),
        FAILS(EnumSet.of(Trace.Kind.FAIL)),
        FULL(EnumSet.allOf(Trace.Kind.class));

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final Set<Trace.Kind> kinds;

        Extent(Set<Trace.Kind> kinds) {
            this.kinds = kinds;
        }
    }

    /** A page of a book has fifty lines; nobody reads the other thousand pages. */
    private static final int MAX_STEPS = 100_000;

    @Option(
            names = "--explain",
            paramLabel = "notes|fails|full",
            description =
                    "Also tell what the evaluation did: the notes of trace(), the "
                            + "expressions that did not hold, or every step.")
    private Extent extent = Extent.OFF;

    boolean isAsked() {
        return extent != Extent.OFF;
    }

    Trace trace() {
        return new Trace(isAsked() ? MAX_STEPS : 0);
    }

    /** A line for each step that was asked for. */
    List<String> lines(Trace trace) {
        List<String> lines = new ArrayList<>();
        for (Trace.Step step : trace.steps()) {
            if (extent.kinds.contains(step.kind())) {
                lines.add(step.toString());
            }
        }
        if (trace.dropped() > 0 && isAsked()) {
            lines.add("(%d more steps)".formatted(trace.dropped()));
        }
        return lines;
    }
}
