package io.hushgate.rego.test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes results for people: what did not pass and why, then how many of each kind. */
public final class TestText {
    private static final String RULE = "-".repeat(80);
    private static final String INDENT = "  ";

    /** Longer values are cut; whoever needs more prints them from the test. */
    private static final int MAX_VALUE = 200;

    private final boolean verbose;
    private final StringBuilder out = new StringBuilder();
    private String lastFile = "";

    private TestText(boolean verbose) {
        this.verbose = verbose;
    }

    /**
     * Writes a report.
     *
     * @param verbose whether to list also what passed
     */
    public static String of(TestReport report, boolean verbose) {
        return new TestText(verbose).write(report);
    }

    private String write(TestReport report) {
        report.results().stream()
                .filter(r -> verbose || r.outcome() != Outcome.PASS)
                .forEach(this::result);
        if (!out.isEmpty()) {
            line("", RULE);
        }
        int all = 0;
        for (Outcome outcome : Outcome.values()) {
            all += report.count(outcome);
        }
        for (Outcome outcome : Outcome.values()) {
            int count = report.count(outcome);
            if (count > 0) {
                line("", outcome + ": " + count + "/" + all);
            }
        }
        report.coverage().ifPresent(coverage -> out.append('\n').append(coverage.toTable()));
        return out.toString();
    }

    private void result(TestResult result) {
        String file = result.location().file();
        if (!lastFile.isEmpty() && !file.equals(lastFile)) {
            out.append('\n');
        }
        lastFile = file;
        line("", result.location() + ":");
        String duration =
                result.outcome() == Outcome.SKIPPED ? "" : " (" + text(result.duration()) + ")";
        line("", result.fullName() + ": " + result.outcome() + duration);
        cases(result.cases(), INDENT);
        note(result.note(), INDENT);
        result.error().ifPresent(error -> line(INDENT, error.toString()));
        if (!result.output().isEmpty()) {
            out.append('\n');
            result.output().forEach(output -> line(INDENT, output));
            out.append('\n');
        }
    }

    private void cases(List<CaseResult> cases, String indent) {
        for (CaseResult each : cases) {
            if (verbose || !each.passed()) {
                line(indent, each.name() + ": " + (each.passed() ? Outcome.PASS : Outcome.FAIL));
                cases(each.cases(), indent + INDENT);
                note(each.note(), indent + INDENT);
            }
        }
    }

    private void note(Optional<FailureNote> note, String indent) {
        if (note.isEmpty()) {
            return;
        }
        String expression = oneLine(note.get().location().text());
        line(indent, note.get().location() + ": " + expression);
        for (FailureNote.Part part : note.get().values()) {
            String text = oneLine(part.text());
            String value = cut(part.value().toString());
            if (!text.equals(value)) {
                line(indent + INDENT, text + " is " + value);
            }
        }
    }

    private static String oneLine(String text) {
        return cut(text.strip().replaceAll("\\s+", " "));
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_VALUE) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_VALUE)) + "...";
    }

    private static String text(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros < 1000 ? micros + "µs" : "%.1fms".formatted(micros / 1000.0);
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }
}
