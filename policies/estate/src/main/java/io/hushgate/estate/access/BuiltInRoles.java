package io.hushgate.estate.access;

import io.hushgate.estate.fact.KubernetesFact.LabelSelector;
import io.hushgate.estate.fact.KubernetesFact.RbacRule;
import java.util.List;
import java.util.Map;

/**
 * The roles for people that every cluster has: what of them reaches secrets, and which roles of the
 * estate they gather.
 *
 * <p>Source: kubernetes.io/docs/reference/access-authn-authz/rbac, user-facing roles; the rules as
 * {@code kubectl describe clusterrole} of 1.34 prints them.
 */
final class BuiltInRoles {
    private static final List<String> CHANGES =
            List.of("create", "delete", "deletecollection", "patch", "update");

    private static final List<RbacRule> EDIT =
            List.of(
                    rule(
                            List.of(""),
                            List.of("pods/attach", "pods/exec", "pods/portforward", "pods/proxy"),
                            List.of("create", "get", "list", "watch")),
                    rule(List.of(""), List.of("secrets"), List.of("get", "list", "watch")),
                    rule(List.of(""), List.of("secrets", "pods", "configmaps"), CHANGES),
                    rule(List.of(""), List.of("serviceaccounts"), List.of("impersonate")),
                    rule(List.of(""), List.of("serviceaccounts"), CHANGES),
                    rule(List.of(""), List.of("serviceaccounts/token"), List.of("create")),
                    rule(List.of(""), List.of("replicationcontrollers"), CHANGES),
                    rule(
                            List.of("apps"),
                            List.of("daemonsets", "deployments", "replicasets", "statefulsets"),
                            CHANGES),
                    rule(List.of("batch"), List.of("cronjobs", "jobs"), CHANGES));

    private static final Map<String, List<RbacRule>> RULES =
            Map.of(
                    "cluster-admin",
                    List.of(rule(List.of("*"), List.of("*"), List.of("*"))),
                    "admin",
                    EDIT,
                    "edit",
                    EDIT,
                    "view",
                    List.of());

    private BuiltInRoles() {}

    /** The rules of a role that every cluster has; none for another. */
    static List<SourcedRule> rules(String name) {
        return RULES.getOrDefault(name, List.of()).stream()
                .map(rule ->
                        new SourcedRule(rule, "ClusterRole " + name, java.util.Optional.empty()))
                .toList();
    }

    /** What it gathers of the estate's roles. */
    static List<LabelSelector> gathers(String name) {
        return switch (name) {
            case "admin" -> List.of(labelled("admin"), labelled("edit"), labelled("view"));
            case "edit" -> List.of(labelled("edit"), labelled("view"));
            case "view" -> List.of(labelled("view"));
            default -> List.of();
        };
    }

    private static LabelSelector labelled(String to) {
        return new LabelSelector(
                Map.of("rbac.authorization.k8s.io/aggregate-to-" + to, "true"), List.of());
    }

    private static RbacRule rule(List<String> groups, List<String> resources, List<String> verbs) {
        return new RbacRule(groups, resources, verbs, List.of(), List.of(), 1, 1);
    }
}
