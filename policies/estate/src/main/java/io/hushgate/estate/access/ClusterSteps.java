package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.fact.Confidence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rights of one holder let it become or read in the cluster.
 *
 * <p>Sources: kubernetes.io/docs/concepts/security/rbac-good-practices, "privilege escalation
 * risks"; .../reference/access-authn-authz/rbac, "privilege escalation prevention".
 */
final class ClusterSteps {
    private static final String[] READ = {"get", "list", "watch"};
    private static final String[] WRITE = {"create", "update", "patch"};

    /** Whatever a controller turns into pods, with the group it belongs to. */
    private static final List<List<String>> CONTROLLERS =
            List.of(
                    List.of("", "replicationcontrollers"),
                    List.of("apps", "deployments"),
                    List.of("apps", "daemonsets"),
                    List.of("apps", "statefulsets"),
                    List.of("apps", "replicasets"),
                    List.of("batch", "jobs"),
                    List.of("batch", "cronjobs"),
                    List.of("argoproj.io", "rollouts"));

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String CERTIFICATES = "certificates.k8s.io";

    /** Roles that are worth binding oneself to. */
    private static final List<String> STRONG = List.of("cluster-admin", "admin", "edit");

    private final Accounts accounts;
    private final Edges edges;

    ClusterSteps(Accounts accounts, Edges edges) {
        this.accounts = accounts;
        this.edges = edges;
    }

    /** Adds the steps of a holder. */
    void add(List<Right> rights) {
        for (Right right : rights) {
            if (right.rule().isTotal() && right.rule().names().isEmpty()) {
                step(right, Kind.ADMIN, Way.MAY_DO_ALL, "* on *", List.of());
                continue;
            }
            secrets(right, rights);
            pods(right);
            tokens(right);
            impersonation(right);
            roles(right, rights);
            nodes(right);
            certificates(right, rights);
            webhooks(right);
        }
    }

    private void secrets(Right right, List<Right> rights) {
        if (right.rule().allowsCore("secrets", READ)) {
            named(right, Kind.SECRET, Kind.SECRETS, Way.READS_SECRETS, "get secrets");
        }
        if (right.rule().allowsCore("secrets", WRITE) && right.rule().names().isEmpty()) {
            other(rights, right.namespace(), rule -> rule.allowsCore("secrets", READ))
                    .ifPresent(read ->
                            step(
                                    right,
                                    Kind.ACCOUNTS,
                                    Way.MAKES_TOKEN_SECRET,
                                    "create and get secrets",
                                    read.evidence()));
        }
    }

    private void pods(Right right) {
        SourcedRule rule = right.rule();
        boolean creates = rule.allowsCore("pods", "create") && rule.names().isEmpty();
        String made = creates ? "create pods" : "";
        for (List<String> controller : CONTROLLERS) {
            if (made.isEmpty() && rule.allows(controller.get(0), controller.get(1), WRITE)) {
                made = "write " + controller.get(1);
            }
        }
        if (!made.isEmpty()) {
            step(right, Kind.ACCOUNTS, Way.CREATES_PODS, made, List.of());
            step(right, Kind.SECRETS, Way.MOUNTS_SECRETS, made, List.of());
        }
        if (rule.allowsCore("pods", "update", "patch")) {
            step(right, Kind.WORKLOADS, Way.CHANGES_PODS, "patch pods", List.of());
        }
        for (String console : List.of("pods/exec", "pods/attach")) {
            if (rule.allowsCore(console, "create", "get")) {
                step(right, Kind.WORKLOADS, Way.EXECUTES_IN, console, List.of());
            }
        }
        if (rule.allowsCore("pods/ephemeralcontainers", "update", "patch")) {
            step(right, Kind.WORKLOADS, Way.EXECUTES_IN, "pods/ephemeralcontainers", List.of());
        }
    }

    private void tokens(Right right) {
        if (right.rule().allowsCore("serviceaccounts/token", "create")) {
            named(
                    right,
                    Kind.ACCOUNT,
                    Kind.ACCOUNTS,
                    Way.REQUESTS_TOKEN,
                    "create serviceaccounts/token");
        }
    }

    /** What is done in another's name has its rights in the cluster, but not its token. */
    private void impersonation(Right right) {
        SourcedRule rule = right.rule();
        if (rule.allowsCore("serviceaccounts", "impersonate")) {
            named(
                    right,
                    Kind.IMPERSONATED,
                    Kind.IMPERSONATED_ACCOUNTS,
                    Way.IMPERSONATES,
                    "impersonate serviceaccounts");
        }
        if (rule.allowsCore("users", "impersonate") && right.isEverywhere()) {
            if (rule.names().isEmpty()) {
                step(
                        right,
                        Kind.IMPERSONATED_ACCOUNTS,
                        Way.IMPERSONATES,
                        "impersonate users",
                        List.of());
            }
            for (String user : rule.names()) {
                Accounts.ofUser(user)
                        .ifPresent(account ->
                                to(
                                        right,
                                        impersonated(account),
                                        Way.IMPERSONATES,
                                        "impersonate users"));
            }
        }
        boolean masters = rule.names().isEmpty() || rule.names().contains("system:masters");
        if (rule.allowsCore("groups", "impersonate") && right.isEverywhere() && masters) {
            step(right, Kind.ADMIN, Way.IMPERSONATES, "impersonate system:masters", List.of());
        }
    }

    static AccessNode impersonated(AccessNode account) {
        return new AccessNode(Kind.IMPERSONATED, account.namespace(), account.name());
    }

    private void roles(Right right, List<Right> rights) {
        SourcedRule rule = right.rule();
        boolean escalates =
                rule.allows(RBAC, "roles", "escalate")
                        || rule.allows(RBAC, "clusterroles", "escalate");
        if (escalates) {
            other(
                            rights,
                            right.namespace(),
                            one ->
                                    one.allows(RBAC, "roles", WRITE)
                                            || one.allows(RBAC, "clusterroles", WRITE))
                    .ifPresent(write ->
                            step(
                                    right,
                                    Kind.ADMIN,
                                    Way.ESCALATES,
                                    "escalate and update roles",
                                    write.evidence()));
        }
        boolean binds =
                (rule.allows(RBAC, "roles", "bind") || rule.allows(RBAC, "clusterroles", "bind"))
                        && (rule.names().isEmpty()
                                || rule.names().stream().anyMatch(STRONG::contains));
        if (binds) {
            String what = right.isEverywhere() ? "clusterrolebindings" : "rolebindings";
            other(rights, right.namespace(), one -> one.allows(RBAC, what, WRITE))
                    .ifPresent(write ->
                            step(
                                    right,
                                    Kind.ADMIN,
                                    Way.BINDS,
                                    "bind roles and create " + what,
                                    write.evidence()));
        }
    }

    private void nodes(Right right) {
        if (right.isEverywhere() && right.rule().allowsCore("nodes/proxy", "get", "create")) {
            step(right, Kind.WORKLOADS, Way.PROXIES_NODES, "nodes/proxy", List.of());
        }
    }

    private void certificates(Right right, List<Right> rights) {
        boolean approves =
                right.rule()
                        .allows(
                                CERTIFICATES,
                                "certificatesigningrequests/approval",
                                "update",
                                "patch");
        if (right.isEverywhere() && approves) {
            other(rights, right.namespace(), one -> one.allows(CERTIFICATES, "signers", "approve"))
                    .ifPresent(sign ->
                            step(
                                    right,
                                    Kind.ADMIN,
                                    Way.APPROVES_CERTIFICATES,
                                    "approve certificatesigningrequests",
                                    sign.evidence()));
        }
    }

    private void webhooks(Right right) {
        if (right.isEverywhere()
                && right.rule()
                        .allows(
                                "admissionregistration.k8s.io",
                                "mutatingwebhookconfigurations",
                                WRITE)) {
            AccessNode to = AccessNode.all(Kind.ADMIN, right.namespace());
            edges.add(
                    right.holder(),
                    to,
                    Way.ADMITS_OBJECTS,
                    "write mutatingwebhookconfigurations",
                    right.evidence(),
                    Confidence.MEDIUM);
        }
    }

    /** A right of the same holder that holds where the first one does. */
    private static Optional<Right> other(
            List<Right> rights, String namespace, Predicate<SourcedRule> what) {
        return rights.stream()
                .filter(right -> right.isEverywhere() || right.namespace().equals(namespace))
                .filter(right -> what.test(right.rule()))
                .findFirst();
    }

    /** One step to everything of a kind, or a step to each of the names the rule is limited to. */
    private void named(Right right, Kind one, Kind all, Way way, String detail) {
        if (right.rule().names().isEmpty()) {
            step(right, all, way, detail, List.of());
            return;
        }
        Collection<String> namespaces =
                right.isEverywhere() ? accounts.namespaces() : List.of(right.namespace());
        for (String name : right.rule().names()) {
            for (String namespace : namespaces) {
                AccessNode to = new AccessNode(one, namespace, name);
                if (one == Kind.SECRET || accounts.contains(AccessNode.account(namespace, name))) {
                    to(right, to, way, detail);
                }
            }
        }
    }

    private void step(Right right, Kind kind, Way way, String detail, List<Evidence> further) {
        List<Evidence> evidence = new java.util.ArrayList<>(right.evidence());
        further.stream().filter(one -> !evidence.contains(one)).forEach(evidence::add);
        edges.add(
                right.holder(),
                AccessNode.all(kind, right.namespace()),
                way,
                detail,
                evidence,
                Confidence.HIGH);
    }

    private void to(Right right, AccessNode to, Way way, String detail) {
        edges.add(right.holder(), to, way, detail, right.evidence(), Confidence.HIGH);
    }
}
