package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Decision;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.Operation;
import io.hushgate.estate.acl.PathPattern;
import io.hushgate.estate.acl.Stanza;
import io.hushgate.estate.fact.Confidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers who reaches what. From each subject one breadth-first search for each confidence, the
 * surest first: a longer path of certain steps is told before a shorter one that guesses. Circles
 * end where they close.
 */
public final class Reaches {
    private final AccessGraph graph;
    private final AccessQuery query;

    private Reaches(AccessGraph graph, AccessQuery query) {
        this.graph = graph;
        this.query = query;
    }

    /** All that the query asks for, sorted by subject and target. */
    public static List<Reach> of(AccessGraph graph, AccessQuery query) {
        Reaches search = new Reaches(graph, query);
        List<Reach> found = new ArrayList<>();
        for (AccessNode subject : graph.subjects()) {
            if (query.asksFor(subject)) {
                found.addAll(search.from(subject));
            }
        }
        return found;
    }

    /** All that one node reaches: a role or token also beside the accounts that log in by it. */
    public static List<Reach> from(AccessGraph graph, AccessNode subject, Confidence surest) {
        return List.copyOf(new Reaches(graph, everything(surest)).from(subject));
    }

    private static AccessQuery everything(Confidence surest) {
        return new AccessQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), surest);
    }

    /**
     * The Vault roles that somebody can log in by, themselves or in the place of others; what these
     * open is not followed further.
     */
    public static List<Reach> logins(AccessGraph graph, AccessNode subject, Confidence surest) {
        List<Reach> logins = new ArrayList<>();
        new Reaches(graph, everything(surest))
                .ways(subject)
                .forEach((node, path) -> {
                    boolean login = !path.isEmpty() && path.getLast().way() == Way.LOGS_IN;
                    if (login && node.kind() == Kind.VAULT_ROLE) {
                        logins.add(Reach.of(subject, node, List.of(), path));
                    }
                });
        return logins;
    }

    /** The surest, and of these the shortest, path to every target. */
    private Map<AccessNode, List<AccessEdge>> ways(AccessNode subject) {
        Map<AccessNode, List<AccessEdge>> paths = new LinkedHashMap<>();
        for (Confidence limit : Confidence.values()) {
            if (limit.compareTo(query.surest()) <= 0) {
                search(subject, limit).forEach(paths::putIfAbsent);
            }
        }
        return paths;
    }

    private Set<Reach> from(AccessNode subject) {
        Map<AccessNode, List<AccessEdge>> paths = ways(subject);
        Set<Reach> reaches = new TreeSet<>();
        boolean allSecrets =
                query.secret().isEmpty()
                        && paths.containsKey(AccessNode.all(Kind.SECRETS, AccessNode.EVERY));
        paths.forEach((node, path) -> {
            if (!allSecrets || !isOneOfAll(node)) {
                add(subject, node, path, reaches);
            }
        });
        return reaches;
    }

    private void add(AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        switch (node.kind()) {
            case SECRET -> secret(subject, node, path, into);
            case SECRETS -> secrets(subject, node, path, into);
            case PATH -> copied(subject, node, path, into);
            case VAULT_ROOT -> root(subject, node, path, into);
            case VAULT_ROLE, TOKEN -> token(subject, node, path, into);
            default -> throw new IllegalStateException(node + " is no target");
        }
    }

    /** Whoever reads every Secret of the cluster reads this one; nobody needs to be told. */
    private static boolean isOneOfAll(AccessNode node) {
        return node.kind() == Kind.SECRET
                || (node.kind() == Kind.SECRETS && !node.namespace().equals(AccessNode.EVERY));
    }

    /** What somebody wants to reach; everything else is on the way. */
    private static boolean isTarget(Kind kind) {
        return switch (kind) {
            case SECRET, SECRETS, PATH, VAULT_ROOT, VAULT_ROLE, TOKEN -> true;
            case ACCOUNT,
                    ANYONE,
                    USER,
                    GROUP,
                    IMPERSONATED,
                    WORKLOAD,
                    ACCOUNTS,
                    IMPERSONATED_ACCOUNTS,
                    WORKLOADS,
                    ADMIN,
                    POLICY ->
                    false;
        };
    }

    /** The shortest path to every node over edges that are at least as sure. */
    private Map<AccessNode, List<AccessEdge>> search(AccessNode subject, Confidence limit) {
        Map<AccessNode, Optional<AccessEdge>> by = new LinkedHashMap<>();
        by.put(subject, Optional.empty());
        Deque<AccessNode> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            AccessNode node = open.poll();
            for (AccessEdge edge : graph.from(node)) {
                boolean foreign = edge.way() == Way.RUNS && !node.equals(subject);
                if (!foreign
                        && edge.confidence().compareTo(limit) <= 0
                        && !by.containsKey(edge.to())) {
                    by.put(edge.to(), Optional.of(edge));
                    open.add(edge.to());
                }
            }
        }
        Map<AccessNode, List<AccessEdge>> paths = new LinkedHashMap<>();
        by.keySet().stream()
                .filter(node -> isTarget(node.kind()))
                .forEach(node -> paths.put(node, path(node, by)));
        return paths;
    }

    private static List<AccessEdge> path(AccessNode to, Map<AccessNode, Optional<AccessEdge>> by) {
        Deque<AccessEdge> path = new ArrayDeque<>();
        Optional<AccessEdge> last = by.getOrDefault(to, Optional.empty());
        while (last.isPresent()) {
            path.addFirst(last.get());
            last = by.getOrDefault(last.get().from(), Optional.empty());
        }
        return List.copyOf(path);
    }

    private boolean reads() {
        return query.capability().isEmpty() || query.capability().get() == Capability.READ;
    }

    private void secret(
            AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        boolean asked =
                query.path().isEmpty()
                        && query.secret()
                                .map(name -> Glob.matches(name, node.title()))
                                .orElse(true);
        boolean throughAll = !path.isEmpty() && path.getLast().from().kind() == Kind.SECRETS;
        if (asked && reads() && (query.secret().isPresent() || !throughAll)) {
            into.add(Reach.of(subject, node, List.of("read"), path));
        }
    }

    /** All Secrets of a namespace are one line, unless one of them is asked for. */
    private void secrets(
            AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        if (query.path().isEmpty() && query.secret().isEmpty() && reads()) {
            into.add(Reach.of(subject, node, List.of("read"), path));
        }
    }

    /** What an operator copied out of Vault is read without Vault. */
    private void copied(
            AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        boolean asked =
                query.secret().isEmpty()
                        && query.path().map(one -> one.equals(node.name())).orElse(true);
        if (asked && reads()) {
            into.add(Reach.of(subject, node, List.of("read"), path));
        }
    }

    private void root(AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        if (query.secret().isEmpty()) {
            into.add(Reach.of(subject, node, List.of("sudo"), path));
        }
    }

    private void token(
            AccessNode subject, AccessNode node, List<AccessEdge> path, Set<Reach> into) {
        if (query.secret().isPresent()) {
            return;
        }
        AccessNode account = path.isEmpty() ? subject : path.getLast().from();
        VaultGrants granted = graph.grants(node, account);
        if (query.path().isPresent()) {
            asked(query.path().get(), subject, granted, path, into);
            return;
        }
        for (Grant grant : granted.effective()) {
            if (query.capability().map(grant.capabilities()::contains).orElse(true)) {
                into.add(reach(subject, granted, grant, grant.pattern().toString(), path));
            }
        }
    }

    /** A request path is decided as the server does; a pattern is looked up as it is written. */
    private void asked(
            String path,
            AccessNode subject,
            VaultGrants granted,
            List<AccessEdge> steps,
            Set<Reach> into) {
        for (Grant grant : granted.effective()) {
            if (grant.pattern().toString().equals(path) && permitted(grant)) {
                into.add(reach(subject, granted, grant, path, steps));
                return;
            }
        }
        if (PathPattern.of(path).map(PathPattern::prefix).orElse(true)) {
            return;
        }
        Decision decision = granted.acl().decide(Operation.READ, path);
        Decision list = granted.acl().decide(Operation.LIST, path);
        Optional<Grant> winner =
                decision.by().filter(this::permitted).or(() -> list.by().filter(this::permitted));
        winner.ifPresent(grant -> into.add(reach(subject, granted, grant, path, steps)));
    }

    private boolean permitted(Grant grant) {
        return !grant.capabilities().contains(Capability.DENY)
                && !grant.capabilities().isEmpty()
                && query.capability().map(grant.capabilities()::contains).orElse(true);
    }

    /** The last two steps: the holder has the policy, and the policy grants the path. */
    private static Reach reach(
            AccessNode subject,
            VaultGrants granted,
            Grant grant,
            String path,
            List<AccessEdge> before) {
        List<AccessEdge> steps = new ArrayList<>(before);
        Stanza stanza = granting(grant);
        VaultHolder holder = granted.holder();
        AccessNode policy = new AccessNode(Kind.POLICY, "", stanza.policy());
        AccessNode target = new AccessNode(Kind.PATH, "", path);
        steps.add(
                AccessEdge.of(
                        holder.node(),
                        policy,
                        Way.HAS_POLICY,
                        "",
                        List.of(new Evidence(holder.node().toString(), holder.at())),
                        Confidence.HIGH));
        boolean open = TemplatedPaths.isTemplated(grant.pattern().text());
        steps.add(
                AccessEdge.of(
                        policy,
                        target,
                        Way.GRANTS,
                        "%s on %s".formatted(Reach.words(grant), grant.pattern()),
                        AccessGraph.evidence(grant),
                        open ? Confidence.MEDIUM : Confidence.HIGH));
        return Reach.of(subject, target, Reach.names(grant), steps);
    }

    private static Stanza granting(Grant grant) {
        return grant.stanzas().stream()
                .filter(one -> !one.rule().effective().isEmpty())
                .findFirst()
                .orElse(grant.stanzas().getFirst());
    }
}
