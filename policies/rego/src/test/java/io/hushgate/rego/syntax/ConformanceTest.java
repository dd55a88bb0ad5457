package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.SharedCorpus.Complaint;
import io.hushgate.rego.syntax.SharedCorpus.Sample;
import io.hushgate.rego.syntax.SharedCorpus.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {
    /** Refused by OPA since 0.61; the cases are of 0.60. */
    private static final Set<String> REFUSED_SINCE =
            Set.of(
                    "defaultkeyword/function with ground arg",
                    "defaultkeyword/function with ground arg, ref head");

    /** The verdicts are of 1.14.1, which went on after {@code if} as if a brace had been there. */
    private static final Pattern AFTER_IF_WITHOUT_BRACE = Pattern.compile("\\bif\\b[^{]*$");

    @ParameterizedTest
    @CsvSource({"v1, V1", "v1-newer, V1", "v0, V0"})
    void readsEveryModuleOfTheCases(String directory, String version) {
        ParserOptions options = version.equals("V1") ? ParserOptions.V1 : ParserOptions.V0;
        List<String> failures = new ArrayList<>();
        List<Sample> samples = SharedCorpus.modules(directory);
        for (Sample sample : samples) {
            List<RegoError> errors = errors(sample.text(), options);
            if (!errors.isEmpty() && !REFUSED_SINCE.contains(sample.note())) {
                failures.add(sample.note() + ": " + errors + "\n" + sample.text());
            }
        }
        System.out.printf(
                "%s: %d modules, %d refused%n", directory, samples.size(), failures.size());
        assertThat(failures).isEmpty();
    }

    @Test
    void agreesWithTheVerdictsOfOpa() {
        int refused = 0;
        int sameRow = 0;
        int sameMessage = 0;
        int sameList = 0;
        int morePrecise = 0;
        List<String> misses = new ArrayList<>();
        List<Verdict> verdicts = SharedCorpus.verdicts();
        for (Verdict verdict : verdicts) {
            List<RegoError> ours = errors(verdict);
            List<Complaint> theirs = verdict.parseErrors();
            if (theirs.isEmpty()) {
                if (!ours.isEmpty()) {
                    misses.add("refused: " + describe(verdict, ours));
                }
                continue;
            }
            refused++;
            Complaint first = theirs.getFirst();
            if (ours.isEmpty()) {
                misses.add("accepted: " + describe(verdict, ours));
            } else if (ours.getFirst().location().row() != first.row()) {
                if (isMorePrecise(ours.getFirst(), first)) {
                    morePrecise++;
                } else {
                    misses.add("other row: " + describe(verdict, ours));
                }
            } else {
                sameRow++;
                if (ours.getFirst().message().equals(first.message())) {
                    sameMessage++;
                } else if (Boolean.getBoolean("messages")) {
                    misses.add("other message: " + describe(verdict, ours));
                }
                if (asComplaints(ours).equals(theirs)) {
                    sameList++;
                }
            }
        }
        System.out.printf(
                "verdicts: %d, refused by OPA: %d, same row: %d, same first message: %d, same errors: %d,"
                        + " more precise: %d, misses: %d%n",
                verdicts.size(),
                refused,
                sameRow,
                sameMessage,
                sameList,
                morePrecise,
                misses.size());
        misses.stream().limit(Integer.getInteger("show", 0)).forEach(System.out::println);
        assertThat(misses).hasSizeLessThanOrEqualTo(refused / 200);
        assertThat(sameRow).isGreaterThanOrEqualTo(refused * 96 / 100);
    }

    /**
     * Where we point at the mistake and OPA 1.14.1 at the value around it, or at a line after it.
     */
    private static boolean isMorePrecise(RegoError ours, Complaint theirs) {
        if (theirs.message().contains("non-terminated object")) {
            return theirs.row() < ours.location().row();
        }
        String before = ours.location().source().text().substring(0, ours.location().start());
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return AFTER_IF_WITHOUT_BRACE.matcher(line).find();
    }

    private static List<Complaint> asComplaints(List<RegoError> errors) {
        return errors.stream()
                .map(e ->
                        new Complaint(
                                e.code().id(),
                                e.message(),
                                e.location().row(),
                                e.location().column()))
                .toList();
    }

    private static String describe(Verdict verdict, List<RegoError> ours) {
        return "%s (%s)\nOPA:  %s\nours: %s\n%s"
                .formatted(
                        verdict.id(),
                        verdict.mutation(),
                        verdict.parseErrors(),
                        asComplaints(ours),
                        String.join("\n----\n", verdict.modules()));
    }

    private static List<RegoError> errors(Verdict verdict) {
        return verdict.modules().stream()
                .flatMap(m -> errors(m, ParserOptions.V1).stream())
                .toList();
    }

    private static List<RegoError> errors(String text, ParserOptions options) {
        try {
            Parser.parseModule(new Source("", text), options);
            return List.of();
        } catch (RegoException e) {
            return e.errors();
        }
    }
}
