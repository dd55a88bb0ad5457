package io.hushgate.report.html;

import io.hushgate.core.Coverage;
import io.hushgate.core.Severity;
import io.hushgate.report.Amount;
import io.hushgate.report.Check;
import io.hushgate.report.Report;
import io.hushgate.report.history.Audit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is read in a minute: the gate, how much is open, and whether everything was looked at. */
final class VerdictPart {
    private static final Template TEMPLATE = Template.of("verdict");

    private VerdictPart() {}

    /** What the gates of all targets say together, the worst first. */
    private enum Gate {
        SHUT("shut", "Gate shut"),
        INCOMPLETE("incomplete", "Incomplete"),
        OPEN("open", "Gate open");

        private final String style;
        private final String words;

        Gate(String style, String words) {
            this.style = style;
            this.words = words;
        }
    }

    static Html of(Audit audit, Items items) {
        Gate gate = gate(audit);
        return TEMPLATE.fill(
                "section",
                Map.of(
                        "gate", Html.text(gate.style),
                        "words", Html.text(gate.words),
                        "reason", Html.text(reason(audit)),
                        "open", Html.text(open(items)),
                        "counts", counts(items),
                        "coverage", coverage(audit)));
    }

    private static Gate gate(Audit audit) {
        if (audit.targets().stream().anyMatch(target -> exitCode(target) == 1)) {
            return Gate.SHUT;
        }
        boolean all =
                audit.unreached().isEmpty()
                        && audit.targets().stream().allMatch(target -> exitCode(target) == 0);
        return all ? Gate.OPEN : Gate.INCOMPLETE;
    }

    private static int exitCode(Audit.Target target) {
        return target.report().verdict().exitCode();
    }

    private static String reason(Audit audit) {
        if (audit.targets().size() == 1 && audit.unreached().isEmpty()) {
            return audit.targets().getFirst().report().verdict().reason();
        }
        long shut = audit.targets().stream().filter(target -> exitCode(target) == 1).count();
        int all = audit.targets().size() + audit.unreached().size();
        String text = "%s of %s shut".formatted(shut, Amount.of(all, "target"));
        return audit.unreached().isEmpty()
                ? text
                : text + ", %s not reached".formatted(audit.unreached().size());
    }

    private static String open(Items items) {
        List<Item> open = items.open();
        long credentials =
                open.stream()
                        .filter(item -> item.subject().kind() == Check.Kind.CREDENTIAL)
                        .count();
        long accepted = (long) items.all().size() - open.size();
        return "%s and %s %s open%s."
                .formatted(
                        Amount.of(credentials, "leaked credential"),
                        Amount.of(open.size() - credentials, "policy violation"),
                        open.size() == 1 ? "is" : "are",
                        accepted == 0 ? "" : "; %s accepted".formatted(accepted));
    }

    private static Html counts(Items items) {
        Map<Severity, Long> counts =
                items.open().stream()
                        .collect(Collectors.groupingBy(Item::severity, Collectors.counting()));
        return Html.all(
                Arrays.stream(Severity.values())
                        .sorted(Comparator.reverseOrder())
                        .map(severity -> {
                            long count = counts.getOrDefault(severity, 0L);
                            return TEMPLATE.fill(
                                    count == 0 ? "none" : "count",
                                    Map.of(
                                            "severity", Html.text(severity.label()),
                                            "number", Html.text(Amount.of(count))));
                        })
                        .toList());
    }

    private static Html coverage(Audit audit) {
        Coverage all =
                audit.targets().stream()
                        .map(target -> target.report().coverage())
                        .reduce(Coverage.NONE, Coverage::plus);
        int rules = most(audit, Report::rules);
        int policies = most(audit, Report::policies);
        String commits = all.commits() == 0 ? "" : Amount.of(all.commits(), "commit") + ", ";
        String looked =
                "Looked at %s%s and %s with %s and %s."
                        .formatted(
                                commits,
                                Amount.of(all.artifacts(), "artifact"),
                                Amount.ofBytes(all.bytes()),
                                Amount.of(rules, "rule"),
                                Amount.of(policies, "policy check"));
        long unread = all.skipped().stream().filter(skip -> skip.reason().isIncomplete()).count();
        boolean complete = unread == 0 && audit.unreached().isEmpty();
        if (complete) {
            int left = all.skipped().size();
            return TEMPLATE.fill(
                    "complete",
                    Map.of(
                            "looked", Html.text(looked),
                            "left",
                                    Html.text(
                                            left == 0
                                                    ? "Nothing was left out."
                                                    : "%s left out on purpose."
                                                            .formatted(Amount.of(left, "place")))));
        }
        String missing =
                audit.unreached().isEmpty()
                        ? Amount.of(unread, "place")
                        : "%s and %s"
                                .formatted(
                                        Amount.of(audit.unreached().size(), "whole target"),
                                        Amount.of(unread, "place"));
        return TEMPLATE.fill(
                "incomplete", Map.of("looked", Html.text(looked), "missing", Html.text(missing)));
    }

    private static int most(Audit audit, java.util.function.ToIntFunction<Report> count) {
        return audit.targets().stream().map(Audit.Target::report).mapToInt(count).max().orElse(0);
    }
}
