package io.hushgate.estate.usage;

import io.hushgate.estate.access.Evidence;
import io.hushgate.estate.acl.Acl;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.fact.Confidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody needs an operation on a path of Vault.
 *
 * @param path as a request has it, without {@code /v1/}
 * @param who such as {@code Deployment/web}
 * @param via how it is known, such as {@code injector} or {@code audit}
 * @param at where it is written; for an audit log its first line
 * @param count how often; 0 for configuration, which does not tell
 * @param lastSeen as the log has it; empty for configuration
 */
public record Need(
        Operation operation,
        String path,
        String who,
        String via,
        Evidence at,
        long count,
        String lastSeen)
        implements Comparable<Need> {
    private static final Comparator<Need> ORDER =
            Comparator.comparing(Need::path)
                    .thenComparing(Need::operation)
                    .thenComparing(Need::who)
                    .thenComparing(Need::via)
                    .thenComparing(need -> need.at().place());

    /**
     * The capabilities it takes. A write creates what is not there yet and updates what is: with
     * one of the two it fails sooner or later.
     */
    public Set<Capability> capabilities() {
        Set<Capability> needed = new TreeSet<>();
        operation.needed().ifPresent(needed::add);
        boolean writesValues = operation == Operation.UPDATE && via.equals("shell");
        if (writesValues && path.contains("/data/")) {
            needed.add(Capability.CREATE);
        }
        return needed;
    }

    /** Tells whether all of the path is known. */
    public boolean isEvaluated() {
        return at.at().confidence() != Confidence.LOW
                && !path.contains("$")
                && !path.contains("{{")
                && !path.contains("<");
    }

    /** Tells whether it is met. Of a write one capability will do. */
    public boolean isMetBy(Acl acl) {
        return acl.decide(operation, path).allowed()
                || (capabilities().contains(Capability.CREATE)
                        && acl.decide(Operation.CREATE, path).allowed());
    }

    /** The operation of a use fact; empty for a word that Vault does not have. */
    static Optional<Operation> operation(String word) {
        for (Operation operation : Operation.values()) {
            if (operation.name().equalsIgnoreCase(word)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** The capabilities in words. */
    public String words() {
        return String.join(
                ", ", List.copyOf(capabilities()).stream().map(Capability::text).toList());
    }

    @Override
    public int compareTo(Need other) {
        return ORDER.compare(this, other);
    }
}
