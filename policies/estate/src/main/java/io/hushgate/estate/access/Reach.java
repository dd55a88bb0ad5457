package io.hushgate.estate.access;

import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.fact.Confidence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody reaches something, by the shortest of the surest ways.
 *
 * @param capabilities of Vault, in lower case and sorted; {@code read} for a Secret
 * @param steps from the subject to the target; at least one
 * @param confidence of the least sure step
 */
public record Reach(
        AccessNode subject,
        AccessNode target,
        List<String> capabilities,
        List<AccessEdge> steps,
        Confidence confidence)
        implements Comparable<Reach> {
    private static final Comparator<Reach> ORDER =
            Comparator.comparing(Reach::subject)
                    .thenComparing(Reach::target)
                    .thenComparing(reach -> reach.steps().toString());

    public Reach {
        capabilities = List.copyOf(capabilities);
        steps = List.copyOf(steps);
    }

    static Reach of(
            AccessNode subject,
            AccessNode target,
            List<String> capabilities,
            List<AccessEdge> steps) {
        Confidence confidence = Confidence.HIGH;
        for (AccessEdge step : steps) {
            confidence = confidence.and(step.confidence());
        }
        return new Reach(subject, target, capabilities, steps, confidence);
    }

    /** Tells whether the subject has the right itself, and becomes nobody else for it. */
    public boolean isOwn() {
        return steps.stream()
                .allMatch(step ->
                        switch (step.way()) {
                            case LOGS_IN,
                                    HAS_POLICY,
                                    GRANTS,
                                    READS_SECRETS,
                                    INCLUDES,
                                    RUNS,
                                    HOLDS ->
                                    true;
                            default -> false;
                        });
    }

    /** The capabilities of a grant in words. */
    static String words(Grant grant) {
        return names(grant).stream().collect(Collectors.joining(", "));
    }

    static List<String> names(Grant grant) {
        return grant.capabilities().stream().map(Capability::text).sorted().toList();
    }

    @Override
    public int compareTo(Reach other) {
        return ORDER.compare(this, other);
    }
}
