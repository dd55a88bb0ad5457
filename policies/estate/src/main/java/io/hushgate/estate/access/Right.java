package io.hushgate.estate.access;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule that somebody has by a binding.
 *
 * @param holder who has it
 * @param namespace where it holds; {@link AccessNode#EVERY} if everywhere
 */
record Right(AccessNode holder, String namespace, SourcedRule rule, Evidence binding) {

    /** Tells whether it holds in the whole cluster. */
    boolean isEverywhere() {
        return namespace.equals(AccessNode.EVERY);
    }

    /** The rule, where it is written in the estate, and the binding. */
    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        rule.at().ifPresent(at -> evidence.add(new Evidence(rule.role(), at)));
        evidence.add(binding);
        return evidence;
    }
}
