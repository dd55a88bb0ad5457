package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.acl.Dialect;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.acl.Stanza;
import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who can become whom, log in where and read what: the facts of an estate as nodes and steps.
 *
 * <p>Steps within the cluster and into Vault are edges; what a token may do in Vault is asked of
 * its {@link VaultGrants}, because of all patterns of all its policies one counts. Immutable once
 * built. Size: linear in the facts, but for roles bound by globs, which lead from every account
 * they match.
 */
public final class AccessGraph {
    private final Edges edges = new Edges();
    private final Map<AccessNode, VaultGrants> grants = new TreeMap<>();
    private final Dialect dialect;

    private AccessGraph(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Builds the graph of an estate. */
    public static AccessGraph of(Collection<Fact> facts, Dialect dialect) {
        AccessGraph graph = new AccessGraph(dialect);
        EstateIndex estate = EstateIndex.of(facts);
        Accounts accounts = new Accounts(estate);
        ClusterSteps steps = new ClusterSteps(accounts, graph.edges);
        new ClusterRights(estate, accounts).byHolder().forEach((_, rights) -> steps.add(rights));
        new ClusterMembers(estate, accounts, graph.edges).add();
        graph.impersonations(accounts);
        graph.vault(estate, accounts);
        return graph;
    }

    /** In another's name one does in the cluster what the other does, but has not its token. */
    private void impersonations(Accounts accounts) {
        if (!edges.reachesA(Kind.IMPERSONATED)) {
            return;
        }
        for (AccessNode account : accounts.all()) {
            AccessNode name = ClusterSteps.impersonated(account);
            for (AccessEdge edge : List.copyOf(edges.from(account))) {
                if (edge.way() != Way.RUNS) {
                    edges.add(edge.by(name));
                }
            }
        }
    }

    private void vault(EstateIndex estate, Accounts accounts) {
        PolicyBook book = new PolicyBook(estate.policies());
        VaultLogins logins = new VaultLogins(accounts, edges);
        Map<String, Integer> definitions = new HashMap<>();
        estate.roles().forEach(role -> definitions.merge(key(role), 1, Integer::sum));
        List<VaultHolder> holders = new ArrayList<>();
        for (Role role : estate.roles()) {
            VaultHolder holder = VaultHolder.of(role, definitions.getOrDefault(key(role), 1) == 1);
            holders.add(holder);
            logins.add(holder, role);
        }
        estate.tokens().forEach(token -> holders.add(VaultHolder.of(token)));
        for (VaultHolder holder : holders) {
            VaultGrants granted = VaultGrants.of(holder, book, dialect);
            grants.putIfAbsent(holder.node(), granted);
            escalation(granted);
        }
        List<VaultGrants> issuers = grants.values().stream().filter(AccessGraph::mayIssue).toList();
        holders.forEach(holder -> secretIds(holder, issuers));
    }

    /** Most holders have nothing below {@code auth/}; they need not be asked about each role. */
    private static boolean mayIssue(VaultGrants granted) {
        return granted.effective().stream()
                .map(grant -> grant.pattern().text())
                .anyMatch(text ->
                        text.startsWith("auth/")
                                || "auth/".startsWith(text)
                                || text.startsWith("+"));
    }

    private static String key(Role role) {
        return role.authMount() + "/" + role.name();
    }

    private void escalation(VaultGrants granted) {
        AccessNode root = new AccessNode(Kind.VAULT_ROOT, "", "");
        if (granted.isRoot()) {
            Evidence at = new Evidence("policy root", granted.holder().at());
            edges.add(
                    granted.holder().node(),
                    root,
                    Way.HAS_POLICY,
                    "policy root",
                    List.of(at),
                    granted.holder().at().confidence());
        }
        granted.escalation()
                .ifPresent(grant ->
                        edges.add(
                                granted.holder().node(),
                                root,
                                Way.REWRITES_VAULT,
                                "%s on %s".formatted(Reach.words(grant), grant.pattern()),
                                evidence(grant),
                                granted.holder().at().confidence()));
    }

    /** Who makes secret ids of an AppRole, and may read its role id or knows it, logs in by it. */
    private void secretIds(VaultHolder issued, List<VaultGrants> issuers) {
        if (issued.role().filter(role -> role.kind().equals("approle")).isEmpty()) {
            return;
        }
        Role role = issued.role().get();
        String path = "auth/%s/role/%s/secret-id".formatted(role.authMount(), role.name());
        for (VaultGrants issuer : issuers) {
            issuer.acl()
                    .decide(Operation.UPDATE, path)
                    .by()
                    .filter(grant -> grant.permits(Operation.UPDATE))
                    .ifPresent(grant ->
                            edges.add(
                                    issuer.holder().node(),
                                    issued.node(),
                                    Way.ISSUES_SECRET_ID,
                                    "update on " + grant.pattern(),
                                    evidence(grant),
                                    Confidence.MEDIUM));
        }
    }

    /** Where the stanzas of a grant are written. */
    public static List<Evidence> evidence(Grant grant) {
        return grant.stanzas().stream()
                .filter(one -> !one.rule().effective().isEmpty())
                .map(AccessGraph::evidence)
                .toList();
    }

    static Evidence evidence(Stanza stanza) {
        return new Evidence("policy " + stanza.policy(), stanza.at());
    }

    /** Whoever a path can begin at: accounts, users, and roles that no account logs in by. */
    public List<AccessNode> subjects() {
        TreeSet<AccessNode> subjects = new TreeSet<>(grants.keySet());
        TreeSet<AccessNode> reached = new TreeSet<>();
        for (AccessEdge edge : edges.all()) {
            if (edge.from().kind().isSubject()) {
                subjects.add(edge.from());
            }
            if (edge.way() == Way.LOGS_IN) {
                reached.add(edge.to());
            }
        }
        subjects.removeAll(reached);
        return List.copyOf(subjects);
    }

    /** The roles by which a service account may log in itself. */
    public List<VaultHolder> holdersOf(String namespace, String account) {
        List<VaultHolder> holders = new ArrayList<>();
        for (AccessEdge edge : edges.from(AccessNode.account(namespace, account))) {
            VaultGrants granted = grants.get(edge.to());
            if (edge.way() == Way.LOGS_IN && granted != null) {
                holders.add(granted.holder());
            }
        }
        return holders;
    }

    /** What the holders of Vault tokens may do. */
    public Collection<VaultGrants> holders() {
        return grants.values();
    }

    /** The steps from a node. */
    Collection<AccessEdge> from(AccessNode node) {
        return edges.from(node);
    }

    /** What a role or token may do, when this account logs in by it. */
    public VaultGrants grants(AccessNode holder, AccessNode account) {
        VaultGrants granted = grants.get(holder);
        if (granted == null) {
            throw new IllegalArgumentException(holder + " holds no token");
        }
        return granted.forAccount(account, dialect);
    }
}
