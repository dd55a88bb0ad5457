package io.hushgate.cli;

import io.hushgate.config.Nearest;
import io.hushgate.config.SelfCheck;
import io.hushgate.core.RuleId;
import io.hushgate.core.rule.Rule;
import io.hushgate.library.CheckDescription;
import io.hushgate.library.Library;
import io.hushgate.report.Check;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.RuleEntry;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to know of an id that a report names: a credential rule, a shipped policy check, or
 * a check of a run's own settings.
 */
final class Explanations {
    private final PrintWriter out;

    Explanations(PrintWriter out) {
        this.out = out;
    }

    /**
     * Tells of one.
     *
     * @throws UsageProblem when nothing has this id; with the nearest that there is
     */
    void of(String id) {
        Optional<RuleEntry> rule = ruleId(id).flatMap(known -> Catalogue.shipped().find(known));
        if (rule.isPresent()) {
            rule(rule.get());
            return;
        }
        List<CheckDescription> checks = Library.shipped().describe();
        Optional<CheckDescription> check =
                checks.stream().filter(each -> each.id().equals(id)).findFirst();
        if (check.isPresent()) {
            check(check.get());
            return;
        }
        Check own =
                selfChecks()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new UsageProblem(unknown(id, checks)));
        headline(own.title());
        fact("check", own.id() + " (of the settings of a run)");
        fact("severity", own.severity().label());
        remedy(own.remedy(), own.references());
    }

    private static Optional<RuleId> ruleId(String text) {
        try {
            return Optional.of(new RuleId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void rule(RuleEntry entry) {
        Rule rule = entry.rule();
        headline(rule.title());
        fact("rule", "%s (%s)".formatted(rule.id(), entry.place()));
        fact("severity", rule.severity().label());
        fact("keywords", String.join(", ", rule.form().keywords()));
        if (!rule.evidence().checks().isEmpty()) {
            List<String> proofs = rule.evidence().checks().stream().map(c -> c.label()).toList();
            fact("proved by", String.join(", ", proofs));
        }
        entry.counterexamples().forEach(counterexample -> fact("not", counterexample.because()));
        remedy(rule.remedy(), rule.references());
    }

    private void check(CheckDescription check) {
        headline(check.title());
        fact("check", "%s (%s)".formatted(check.id(), check.file()));
        fact("severity", "%s, %s confidence".formatted(check.severity(), check.confidence()));
        fact("why", check.why().replace('\n', ' '));
        remedy(check.remedy().replace('\n', ' '), check.references());
    }

    private void headline(String title) {
        out.println(title);
        out.println();
    }

    private void fact(String name, String text) {
        out.printf("  %-11s %s%n", name, text);
    }

    private void remedy(String remedy, List<String> references) {
        out.println();
        fact("remedy", remedy);
        references.forEach(reference -> fact("see", reference));
    }

    private static Stream<Check> selfChecks() {
        return Arrays.stream(SelfCheck.values()).map(SelfCheck::describe);
    }

    private static String unknown(String id, List<CheckDescription> checks) {
        Stream<String> rules =
                Catalogue.shipped().entries().stream().map(entry -> entry.rule().id().text());
        List<String> known =
                Stream.of(
                                rules,
                                checks.stream().map(CheckDescription::id),
                                selfChecks().map(Check::id))
                        .flatMap(each -> each)
                        .toList();
        return Nearest.of(id, known)
                .map(word -> "%s: nothing has this id; did you mean %s?".formatted(id, word))
                .orElse(
                        "%s: nothing has this id; `hushgate rules list` names the rules, and checks of your own explain themselves in their METADATA"
                                .formatted(id));
    }
}
