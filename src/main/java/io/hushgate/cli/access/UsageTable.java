package io.hushgate.cli.access;

import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.usage.GrantReview;
import io.hushgate.estate.usage.Need;
import io.hushgate.estate.usage.UsageReport;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Granted against used, for people: holder by holder what is missing, unused and too wide. */
final class UsageTable {
    private static final int MOST_LINES = 12;

    private final boolean verbose;

    UsageTable(boolean verbose) {
        this.verbose = verbose;
    }

    String render(UsageReport report) {
        StringBuilder out = new StringBuilder();
        for (GrantReview review : report.reviews()) {
            review(review, out);
        }
        section("Roles that are used and not defined", report.undefinedRoles(), out);
        section("Accounts that a role names and nobody has", report.missingAccounts(), out);
        section(
                "Needs whose role is not known",
                report.unassigned().stream().map(UsageTable::need).toList(),
                out);
        out.append(summary(report));
        return out.toString();
    }

    private void review(GrantReview review, StringBuilder out) {
        out.append(review.grants().holder().node()).append('\n');
        for (String policy : review.grants().undefined()) {
            out.append("  undefined  policy %s, %s%n".formatted(policy, place(review)));
        }
        for (GrantReview.Missing missing : review.missing()) {
            Need need = missing.need();
            out.append("  missing    %s  (%s)%n".formatted(need(need), missing.reason()));
        }
        if (review.needs().isEmpty()) {
            out.append(
                    "  nothing is known to use it: %d grants%n"
                            .formatted(review.grants().effective().size()));
        } else {
            for (GrantReview.Unused unused : review.unused()) {
                out.append(
                        "  unused     %s %s  %s%n"
                                .formatted(
                                        words(unused.capabilities()),
                                        unused.grant().pattern(),
                                        places(unused.grant())));
            }
            for (GrantReview.Excess excess : review.excess()) {
                out.append(excess(excess));
            }
        }
        if (!review.needs().isEmpty()
                && review.missing().isEmpty()
                && review.unused().isEmpty()
                && review.excess().isEmpty()) {
            out.append("  fits: %d needs, nothing to spare%n".formatted(review.needs().size()));
        }
        if (verbose) {
            review.needs().forEach(need -> out.append("  used       %s%n".formatted(need(need))));
        }
        out.append('\n');
    }

    private static String place(GrantReview review) {
        return review.grants().holder().at().file() + ":" + review.grants().holder().at().line();
    }

    private static String excess(GrantReview.Excess excess) {
        int opened = excess.opened().size();
        return "  too wide   %s is used for %d path%s%s  %s%n"
                .formatted(
                        excess.grant().pattern(),
                        excess.used().size(),
                        excess.used().size() == 1 ? "" : "s",
                        opened == 0 ? "" : " and opens %d more that exist".formatted(opened),
                        places(excess.grant()));
    }

    private static String need(Need need) {
        String often = need.count() == 0 ? "" : " %d times".formatted(need.count());
        return "%s %s  by %s via %s%s %s"
                .formatted(
                        need.operation().name().toLowerCase(Locale.ROOT),
                        need.path(),
                        need.who(),
                        need.via(),
                        often,
                        need.at().place());
    }

    private static String words(Collection<Capability> capabilities) {
        return capabilities.stream()
                .map(Capability::text)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String places(Grant grant) {
        return AccessGraph.evidence(grant).stream()
                .map(one -> "%s (%s)".formatted(one.place(), one.what()))
                .collect(Collectors.joining(", "));
    }

    private void section(String title, List<String> lines, StringBuilder out) {
        if (lines.isEmpty()) {
            return;
        }
        out.append(title).append('\n');
        lines.stream()
                .limit(verbose ? Long.MAX_VALUE : MOST_LINES)
                .forEach(line -> out.append("  ").append(line).append('\n'));
        if (!verbose && lines.size() > MOST_LINES) {
            out.append("  and %d more; see all with -v%n".formatted(lines.size() - MOST_LINES));
        }
        out.append('\n');
    }

    private static String summary(UsageReport report) {
        long missing = report.reviews().stream().mapToLong(one -> one.missing().size()).sum();
        long unused =
                report.reviews().stream()
                        .filter(one -> !one.needs().isEmpty())
                        .mapToLong(one -> one.unused().size())
                        .sum();
        boolean audited = report.reviews().stream().anyMatch(GrantReview::isAudited);
        return "%d holders: %d needs missing, %d grants unused%s%n"
                .formatted(
                        report.reviews().size(),
                        missing,
                        unused,
                        audited
                                ? ""
                                : "; without an audit log (--audit-log) unused means that no file uses it");
    }
}
