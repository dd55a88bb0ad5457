package io.hushgate.run;

import io.hushgate.baseline.AllowComment;
import io.hushgate.config.SelfCheck;
import io.hushgate.core.Finding;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.Location;
import io.hushgate.core.Suppression;
import io.hushgate.core.Violation;
import io.hushgate.rules.gitleaks.AcceptedElsewhere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Marks what comments in the lines allow, and tells what is wrong with such comments. Where the
 * configuration comes from a trusted commit, comments of the change count for nothing.
 */
final class Comments {
    private final BiFunction<Fingerprint, Location, String> remarks;
    private final Predicate<String> isRule;
    private final LocalDate today;
    private final boolean count;
    private final List<Violation> alarms = new ArrayList<>();

    /**
     * Reads comments of a run.
     *
     * @param remarks what is said of a value at a place; empty for nothing
     * @param isRule whether a rule of that id looked
     * @param count whether comments count
     */
    Comments(
            BiFunction<Fingerprint, Location, String> remarks,
            Predicate<String> isRule,
            LocalDate today,
            boolean count) {
        this.remarks = remarks;
        this.isRule = isRule;
        this.today = today;
        this.count = count;
    }

    /** A value that is allowed at some places only is told more than once. */
    List<Finding> apply(Finding finding) {
        List<Location> open = new ArrayList<>();
        Map<Suppression, List<Location>> closed = new LinkedHashMap<>();
        for (Location place : finding.occurrences()) {
            Optional<Suppression> allowed = allowed(finding, place);
            if (allowed.isPresent()) {
                closed.computeIfAbsent(allowed.get(), _ -> new ArrayList<>()).add(place);
            } else {
                open.add(place);
            }
        }
        if (closed.isEmpty()) {
            return List.of(finding);
        }
        List<Finding> told = new ArrayList<>();
        if (!open.isEmpty()) {
            told.add(finding.at(open, Optional.empty()));
        }
        closed.forEach((given, places) -> told.add(finding.at(places, Optional.of(given))));
        return told;
    }

    /** What is wrong with comments that were met. */
    List<Violation> alarms() {
        return List.copyOf(alarms);
    }

    private Optional<Suppression> allowed(Finding finding, Location place) {
        String remark = remarks.apply(finding.fingerprint(), place);
        if (remark.isEmpty()) {
            return Optional.empty();
        }
        AllowComment comment = AllowComment.parse(remark);
        String rule = finding.rule().text();
        if (comment.isOurs() && !isWhole(comment, place)) {
            return Optional.empty();
        }
        if (comment.hasExpired(today)) {
            alarms.add(
                    SelfCheck.COMMENT_EXPIRED.at(
                            place,
                            "the comment allowed %s until %s".formatted(rule, day(comment))));
            return Optional.empty();
        }
        if (!comment.rules().isEmpty() && !comment.rules().contains(rule)) {
            return Optional.empty();
        }
        if (!count && !remark.startsWith(AcceptedElsewhere.MARK)) {
            alarms.add(
                    SelfCheck.COMMENT_OWN.at(place, "the comment would allow %s".formatted(rule)));
            return Optional.empty();
        }
        return Optional.of(comment.suppression());
    }

    /** Ours name rules that exist, a reason, and a day that is one. */
    private boolean isWhole(AllowComment comment, Location place) {
        int before = alarms.size();
        for (String rule : comment.rules()) {
            if (!isRule.test(rule)) {
                alarms.add(
                        SelfCheck.COMMENT_UNKNOWN_RULE.at(
                                place,
                                "the comment allows %s, and no rule is called so".formatted(rule)));
            }
        }
        if (comment.rules().isEmpty() || comment.reason().isEmpty()) {
            alarms.add(
                    SelfCheck.COMMENT_UNREASONED.at(
                            place, "the comment does not say which rule it allows, and why"));
        }
        comment.until()
                .filter(until -> until.day().isEmpty())
                .ifPresent(until ->
                        alarms.add(
                                SelfCheck.COMMENT_UNREASONED.at(
                                        place, "until=%s is no day".formatted(until.written()))));
        return alarms.size() == before;
    }

    private static String day(AllowComment comment) {
        return comment.until().map(AllowComment.Until::written).orElse("");
    }
}
