package io.hushgate.cli.access;

import io.hushgate.estate.access.AccessEdge;
import io.hushgate.estate.access.AccessNode;
import io.hushgate.estate.access.Reach;
import io.hushgate.estate.access.Way;
import io.hushgate.estate.fact.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reaches for people: whoever reaches the same in the same way stands together, each target with
 * what may be done to it and how it is reached.
 */
final class AccessTable {
    private static final int MOST_NAMES = 6;

    private final boolean verbose;

    AccessTable(boolean verbose) {
        this.verbose = verbose;
    }

    String render(List<Reach> reaches) {
        if (reaches.isEmpty()) {
            return "Nobody reaches anything that was asked for.\n";
        }
        Map<AccessNode, List<Reach>> bySubject = new LinkedHashMap<>();
        reaches.forEach(reach ->
                bySubject.computeIfAbsent(reach.subject(), _ -> new ArrayList<>()).add(reach));
        Map<String, List<AccessNode>> byRows = new LinkedHashMap<>();
        bySubject.forEach((subject, own) ->
                byRows.computeIfAbsent(rows(own), _ -> new ArrayList<>()).add(subject));
        StringBuilder out = new StringBuilder();
        byRows.forEach((rows, subjects) ->
                out.append(heading(subjects)).append('\n').append(rows).append('\n'));
        return out.append(summary(bySubject.size(), reaches)).toString();
    }

    private String heading(List<AccessNode> subjects) {
        if (subjects.size() == 1) {
            return subjects.getFirst().toString();
        }
        String names =
                subjects.stream()
                        .limit(verbose ? Long.MAX_VALUE : MOST_NAMES)
                        .map(AccessNode::title)
                        .collect(Collectors.joining(", "));
        String rest =
                verbose || subjects.size() <= MOST_NAMES
                        ? ""
                        : " and %d more".formatted(subjects.size() - MOST_NAMES);
        String kinds =
                subjects.stream()
                        .map(one -> one.kind().words() + "s")
                        .distinct()
                        .collect(Collectors.joining(" and "));
        return "%d %s: %s%s".formatted(subjects.size(), kinds, names, rest);
    }

    private String rows(List<Reach> reaches) {
        List<String> capabilities =
                reaches.stream().map(reach -> String.join(",", reach.capabilities())).toList();
        List<String> targets = reaches.stream().map(AccessTable::target).toList();
        int first = capabilities.stream().mapToInt(String::length).max().orElse(0);
        int second = targets.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < reaches.size(); i++) {
            Reach reach = reaches.get(i);
            rows.append(
                    "  %s  %s  %s%n"
                            .formatted(
                                    padded(capabilities.get(i), first),
                                    padded(targets.get(i), second),
                                    how(reach)));
            if (verbose) {
                reach.steps().forEach(step -> rows.append(step(step)));
            }
        }
        return rows.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String target(Reach reach) {
        AccessNode target = reach.target();
        return target.kind() == AccessNode.Kind.PATH ? target.title() : target.toString();
    }

    /** The way in short, and where its last step is written. */
    private static String how(Reach reach) {
        List<String> parts = new ArrayList<>();
        for (AccessEdge step : reach.steps()) {
            switch (step.way()) {
                case LOGS_IN -> parts.add("role " + step.to().title());
                case HAS_POLICY -> parts.add("policy " + step.to().title());
                case GRANTS -> {}
                case INCLUDES -> parts.add(step.to().toString());
                default ->
                        parts.add(
                                step.detail().isEmpty()
                                        ? step.way().words() + " " + step.to().title()
                                        : step.to() + " by " + step.detail());
            }
        }
        String place =
                reach.steps().reversed().stream()
                        .filter(step -> !step.evidence().isEmpty())
                        .map(step -> step.evidence().getFirst().place())
                        .findFirst()
                        .orElse("");
        String unsure =
                reach.confidence() == Confidence.HIGH
                        ? ""
                        : ", %s confidence".formatted(word(reach.confidence()));
        return "%s  (%s%s)".formatted(String.join(" > ", parts), place, unsure);
    }

    private static String word(Confidence confidence) {
        return confidence.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String step(AccessEdge step) {
        String places =
                step.evidence().stream()
                        .map(one -> "%s (%s)".formatted(one.place(), one.what()))
                        .collect(Collectors.joining(", "));
        String detail =
                step.detail().isEmpty() || step.way() == Way.LOGS_IN ? "" : " by " + step.detail();
        return "      %s %s%s%s%n"
                .formatted(
                        step.way().words(),
                        step.to(),
                        detail,
                        places.isEmpty() ? "" : "  " + places);
    }

    private static String summary(int subjects, List<Reach> reaches) {
        long roundabout = reaches.stream().filter(reach -> !reach.isOwn()).count();
        return "%d reach%s of %d subject%s, %d by becoming somebody else%n"
                .formatted(
                        reaches.size(),
                        reaches.size() == 1 ? "" : "es",
                        subjects,
                        subjects == 1 ? "" : "s",
                        roundabout);
    }
}
