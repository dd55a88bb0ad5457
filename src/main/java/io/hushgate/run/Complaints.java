package io.hushgate.run;

import io.hushgate.core.Location;
import io.hushgate.core.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Violations, each told once: what two overlays of one base or two facts about one line complain of
 * in the same words is one complaint, whose related places are those of all.
 */
final class Complaints {
    /** The namespace that an overlay or release puts something into; the line is the same. */
    private static final Pattern NAMESPACE = Pattern.compile(" of (?:namespace )?\\S+");

    private final Map<Words, Violation> told = new LinkedHashMap<>();

    /**
     * What makes two violations one.
     *
     * @param message without namespaces
     */
    private record Words(String id, Location location, String message) {
        static Words of(Violation violation) {
            return new Words(
                    violation.id(),
                    violation.location(),
                    NAMESPACE.matcher(violation.message()).replaceAll(""));
        }
    }

    /** Takes in one; the first of several keeps its words. */
    void add(Violation violation) {
        told.merge(Words.of(violation), violation, Complaints::together);
    }

    private static Violation together(Violation first, Violation other) {
        Set<Violation.RelatedLocation> related = new LinkedHashSet<>(first.related());
        related.addAll(other.related());
        return new Violation(
                first.id(),
                first.title(),
                first.severity().atLeast(other.severity()) ? first.severity() : other.severity(),
                first.confidence().atLeast(other.confidence())
                        ? first.confidence()
                        : other.confidence(),
                first.message(),
                first.location(),
                new ArrayList<>(related),
                first.remedy(),
                first.references(),
                first.suppression());
    }

    /** All of them, in the order in which they came. */
    List<Violation> all() {
        return List.copyOf(told.values());
    }
}
