package io.hushgate.access;

import io.hushgate.estate.access.AccessEdge;
import io.hushgate.estate.access.AccessGraph;
import io.hushgate.estate.access.AccessNode;
import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.access.AccessQuery;
import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.access.Reach;
import io.hushgate.estate.access.Reaches;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.report.picture.Picture;
import io.hushgate.report.picture.Picture.Arrow;
import io.hushgate.report.picture.Picture.Box;
import io.hushgate.report.picture.Picture.Emphasis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reaches as a picture: every node and every step once. */
public final class AccessPicture {
    /** More boxes than anybody can tell apart on a screen. */
    public static final int MOST_BOXES = 400;

    /** More than a page that also tells other things has room for. */
    private static final int MOST_BOXES_OF_A_PAGE = 120;

    private static final Comparator<Reach> TELLING_FIRST =
            Comparator.comparing((Reach reach) -> !isAlarm(reach.target()))
                    .thenComparing(Reach::isOwn)
                    .thenComparing(Comparator.naturalOrder());

    private AccessPicture() {}

    /**
     * Who reaches what by these facts; of a large estate the ways that tell most: to everything in
     * Vault, then those over somebody else's rights. Empty where nobody reaches anything.
     */
    public static Optional<Picture> of(Collection<Fact> facts) {
        List<Reach> reaches =
                Reaches.of(AccessGraph.of(facts, Dialect.VAULT), AccessQuery.EVERYTHING);
        if (reaches.isEmpty()) {
            return Optional.empty();
        }
        List<Reach> shown = new ArrayList<>();
        Set<AccessNode> nodes = new HashSet<>();
        for (Reach reach : reaches.stream().sorted(TELLING_FIRST).toList()) {
            Set<AccessNode> with = new HashSet<>(nodes);
            with.add(reach.subject());
            reach.steps().forEach(step -> with.add(step.to()));
            if (with.size() <= MOST_BOXES_OF_A_PAGE) {
                shown.add(reach);
                nodes = with;
            }
        }
        Picture picture = of(shown);
        return Optional.of(
                shown.size() == reaches.size()
                        ? picture
                        : new Picture(
                                "%s (%s of %s ways, the most telling)"
                                        .formatted(picture.title(), shown.size(), reaches.size()),
                                picture.boxes(),
                                picture.arrows()));
    }

    private static boolean isAlarm(AccessNode node) {
        return node.kind() == Kind.VAULT_ROOT || node.kind() == Kind.ADMIN;
    }

    /** Every step of some reaches, however many they are. */
    public static Picture of(List<Reach> reaches) {
        Set<AccessNode> starts = new TreeSet<>();
        Set<AccessNode> goals = new TreeSet<>();
        Set<AccessNode> nodes = new TreeSet<>();
        Map<String, AccessEdge> steps = new TreeMap<>();
        for (Reach reach : reaches) {
            starts.add(reach.subject());
            goals.add(reach.target());
            nodes.add(reach.subject());
            for (AccessEdge step : reach.steps()) {
                nodes.add(step.to());
                steps.putIfAbsent(step.from().id() + " " + step.to().id(), step);
            }
        }
        List<Box> boxes = nodes.stream().map(node -> box(node, starts, goals)).toList();
        List<Arrow> arrows = new ArrayList<>();
        steps.values().forEach(step -> arrows.add(arrow(step)));
        return new Picture("Who reaches which secret", boxes, arrows);
    }

    private static Box box(AccessNode node, Set<AccessNode> starts, Set<AccessNode> goals) {
        Emphasis emphasis =
                switch (node.kind()) {
                    case VAULT_ROOT, ADMIN -> Emphasis.ALARM;
                    default ->
                            goals.contains(node)
                                    ? Emphasis.GOAL
                                    : starts.contains(node) ? Emphasis.START : Emphasis.PLAIN;
                };
        return new Box(node.id(), node.kind().words(), node.title(), emphasis);
    }

    private static Arrow arrow(AccessEdge step) {
        String places =
                step.evidence().stream().map(Evidence::place).collect(Collectors.joining(", "));
        String what =
                switch (step.way()) {
                    case GRANTS -> step.detail().replaceAll(" on .*", "");
                    case HAS_POLICY, LOGS_IN, INCLUDES -> step.way().words();
                    default -> step.detail().isEmpty() ? step.way().words() : step.detail();
                };
        String explanation =
                "%s %s %s%s%s"
                        .formatted(
                                step.from(),
                                step.way().words(),
                                step.to(),
                                step.detail().isEmpty() ? "" : " (" + step.detail() + ")",
                                places.isEmpty() ? "" : ": " + places);
        return new Arrow(
                step.from().id(),
                step.to().id(),
                what,
                explanation,
                step.confidence() != Confidence.LOW);
    }
}
