package io.hushgate.estate.acl;

import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One path stanza of one policy.
 *
 * @param policy its policy's name
 * @param at where it is written
 */
public record Stanza(String policy, VaultFact.Rule rule, Provenance at) {

    /** The stanzas of a policy. */
    public static List<Stanza> of(VaultFact.Policy policy) {
        Provenance at = policy.at();
        return policy.rules().stream()
                .map(rule ->
                        new Stanza(
                                policy.name(),
                                rule,
                                new Provenance(
                                        at.file(), rule.line(), rule.column(), at.confidence())))
                .toList();
    }

    Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        rule.effective().forEach(text -> Capability.of(text).ifPresent(capabilities::add));
        return capabilities;
    }
}
