package io.hushgate.estate.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies of one token, ready to decide requests.
 *
 * <p>Patterns are not added up: of all that match a request, one counts. An exact path wins; else
 * the longest prefix and all patterns with {@code +} compete, see {@link PathPattern#PRIORITY}.
 * Immutable; a decision costs a look-up for each length of the path and a comparison for each
 * pattern with {@code +}.
 */
public final class Acl {
    private final Dialect dialect;
    private final Map<String, Grant> exact = new HashMap<>();
    private final Map<String, Grant> prefixes = new HashMap<>();
    private final List<Grant> segments = new ArrayList<>();

    private Acl(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Unites stanzas; those that the server refuses grant nothing. */
    public static Acl of(Collection<Stanza> stanzas, Dialect dialect) {
        Map<PathPattern, List<Stanza>> byPattern = new LinkedHashMap<>();
        for (Stanza stanza : stanzas) {
            PathPattern.of(stanza.rule().path())
                    .ifPresent(pattern ->
                            byPattern.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(stanza));
        }
        Acl acl = new Acl(dialect);
        byPattern.forEach((pattern, same) -> acl.add(Grant.of(pattern, same)));
        return acl;
    }

    /** What each pattern grants, sorted by the pattern as written. */
    public List<Grant> grants() {
        List<Grant> all = new ArrayList<>(exact.values());
        all.addAll(prefixes.values());
        all.addAll(segments);
        all.sort(Comparator.comparing(grant -> grant.pattern().toString()));
        return all;
    }

    private void add(Grant grant) {
        switch (grant.pattern().kind()) {
            case EXACT -> exact.put(grant.pattern().text(), grant);
            case PREFIX -> prefixes.put(grant.pattern().text(), grant);
            case SEGMENTS -> segments.add(grant);
        }
    }

    /**
     * Decides a request without looking at its parameters.
     *
     * @param path as in the API, without {@code /v1/}; leading slashes do not count
     */
    public Decision decide(Operation operation, String path) {
        if (operation == Operation.HELP) {
            return Decision.NOTHING_NEEDED;
        }
        return winner(operation, path)
                .map(grant ->
                        new Decision(
                                grant.permits(operation),
                                grant.capabilities().contains(Capability.SUDO),
                                Optional.of(grant)))
                .orElse(Decision.NOTHING_MATCHES);
    }

    /** Decides a request with its parameters. */
    public Decision decide(Operation operation, String path, Map<String, String> parameters) {
        Decision decision = decide(operation, path);
        boolean refused =
                operation.hasParameters()
                        && decision.by().isPresent()
                        && !decision.by().get().permitsParameters(parameters);
        return refused ? new Decision(false, decision.sudo(), decision.by()) : decision;
    }

    private Optional<Grant> winner(Operation operation, String asked) {
        String path = withoutLeadingSlashes(asked);
        boolean bothForms = operation.lists() && path.endsWith("/");
        String trimmed = bothForms ? path.substring(0, path.length() - 1) : path;
        Grant found = exact.get(path);
        if (found == null && bothForms) {
            found = exact.get(trimmed);
        }
        if (found != null) {
            return Optional.of(found);
        }
        if (!bothForms) {
            return byWildcard(path);
        }
        return switch (dialect) {
            case VAULT -> byWildcard(trimmed).or(() -> byWildcard(path));
            case OPENBAO -> byWildcard(path).or(() -> byWildcard(trimmed));
        };
    }

    private static String withoutLeadingSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private Optional<Grant> byWildcard(String path) {
        Optional<Grant> best = longestPrefix(path);
        for (Grant grant : segments) {
            if (grant.pattern().matches(path)
                    && (best.isEmpty()
                            || PathPattern.PRIORITY.compare(best.get().pattern(), grant.pattern())
                                    < 0)) {
                best = Optional.of(grant);
            }
        }
        return best;
    }

    private Optional<Grant> longestPrefix(String path) {
        for (int length = prefixes.isEmpty() ? -1 : path.length(); length >= 0; length--) {
            Grant grant = prefixes.get(path.substring(0, length));
            if (grant != null) {
                return Optional.of(grant);
            }
        }
        return Optional.empty();
    }
}
