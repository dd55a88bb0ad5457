package io.hushgate.cli.access;

import io.hushgate.cli.UsageProblem;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.usage.GrantReview;
import io.hushgate.estate.usage.MinimalPolicy;
import io.hushgate.estate.usage.UsageReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The least policy for each role of which something is known to be used. */
final class MinimalPolicies {
    private final Map<String, MinimalPolicy> byHolder = new TreeMap<>();

    MinimalPolicies(UsageReport report, Dialect dialect) {
        for (GrantReview review : report.reviews()) {
            if (!review.needs().isEmpty()) {
                byHolder.put(
                        review.grants().holder().node().title(),
                        MinimalPolicy.of(review, report.inventory(), dialect));
            }
        }
    }

    /** All policies after one another, each with what was verified and what changes. */
    String render() {
        if (byHolder.isEmpty()) {
            return "# Nothing is known to use any role; give configuration that does, or --audit-log\n";
        }
        StringBuilder out = new StringBuilder();
        byHolder.forEach((holder, policy) -> {
            out.append("# --- ").append(holder).append(" ---\n").append(policy.text());
            out.append(
                    "%n# verified: every need is met; %d other known paths stay shut, %d are opened%n"
                            .formatted(policy.refused(), policy.opened().size()));
            policy.opened().forEach(path -> out.append("# opened: %s%n".formatted(path)));
            policy.changes().forEach(change -> out.append("# ").append(change).append('\n'));
            out.append('\n');
        });
        return out.toString();
    }

    /** One file for each holder: its name with {@code -} for what a file name should not have. */
    String write(Path directory) {
        StringBuilder told = new StringBuilder();
        byHolder.forEach((holder, policy) -> {
            Path file = directory.resolve(holder.replaceAll("[^A-Za-z0-9._-]+", "-") + ".hcl");
            try {
                Files.createDirectories(directory);
                Files.writeString(file, policy.text());
            } catch (IOException e) {
                throw new UsageProblem(
                        file + ": the policy cannot be written; check the path and the space left");
            }
            told.append("%s: %s%n".formatted(file, holder));
        });
        return told.toString();
    }
}
