package io.hushgate.estate.access;

import io.hushgate.estate.fact.KubernetesFact.RbacRule;
import io.hushgate.estate.fact.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a Kubernetes role.
 *
 * @param role {@code ClusterRole edit}
 * @param at where it is written; empty for a role that every cluster has
 */
record SourcedRule(RbacRule rule, String role, Optional<Provenance> at) {
    private static final String CORE = "";

    /** Tells whether everything is permitted. */
    boolean isTotal() {
        return rule.verbs().contains("*")
                && rule.resources().contains("*")
                && rule.apiGroups().contains("*");
    }

    /** Tells whether one of the verbs is permitted on a resource of the core group. */
    boolean allowsCore(String resource, String... verbs) {
        return allows(CORE, resource, verbs);
    }

    /**
     * Tells whether one of the verbs is permitted, whatever the names it is limited to.
     *
     * @param resource with its subresource: {@code pods/exec}
     */
    boolean allows(String group, String resource, String... verbs) {
        return has(rule.apiGroups(), group)
                && covers(resource)
                && List.of(verbs).stream().anyMatch(verb -> has(rule.verbs(), verb));
    }

    /** Subresources are covered by their name, {@code pods/*} or {@code *}{@code /exec}. */
    private boolean covers(String resource) {
        if (has(rule.resources(), resource)) {
            return true;
        }
        int slash = resource.indexOf('/');
        return slash > 0
                && (rule.resources().contains(resource.substring(0, slash) + "/*")
                        || rule.resources().contains("*" + resource.substring(slash)));
    }

    private static boolean has(Collection<String> words, String word) {
        return words.contains(word) || words.contains("*");
    }

    /** The names it is limited to; empty for no limit. */
    List<String> names() {
        return rule.resourceNames();
    }
}
