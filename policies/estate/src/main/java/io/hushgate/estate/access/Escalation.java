package io.hushgate.estate.access;

import io.hushgate.estate.acl.Capability;
import io.hushgate.estate.acl.Grant;
import io.hushgate.estate.acl.PathPattern;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Grants that amount to all others: who may write policies, login roles, identities or raw storage
 * gives itself what it lacks.
 *
 * <p>A plain {@code auth/token/create} is not one: a child has no more policies than its parent.
 * With {@code sudo} it may have any.
 *
 * <p>Source: developer.hashicorp.com/vault/docs/concepts/policies, root protected paths.
 */
final class Escalation {
    private static final Set<Capability> WRITE =
            Set.of(Capability.CREATE, Capability.UPDATE, Capability.PATCH);

    /** One request each that its holder would make. */
    private static final List<String> REQUESTS =
            List.of(
                    "sys/policies/acl/x",
                    "sys/policy/x",
                    "auth/kubernetes/role/x",
                    "auth/userpass/users/x",
                    "auth/ldap/groups/x",
                    "auth/token/roles/x",
                    "sys/auth/x",
                    "identity/entity",
                    "identity/entity/id/x",
                    "identity/group",
                    "identity/group/id/x",
                    "identity/entity-alias",
                    "sys/raw/x",
                    "sys/storage/raft/snapshot",
                    "sys/generate-root/attempt");

    /** Who may log in, and with which policies, whatever the mount is called. */
    private static final Pattern LOGIN =
            Pattern.compile("auth/[^/]+/(?:roles?|users|groups|map/[^/]+)/[^/]*");

    private Escalation() {}

    /** Tells whether the grant is one. */
    static boolean isOne(Grant grant) {
        PathPattern pattern = grant.pattern();
        boolean writes = grant.capabilities().stream().anyMatch(WRITE::contains);
        if (writes && REQUESTS.stream().anyMatch(request -> covers(pattern, request))) {
            return true;
        }
        return writes
                && grant.capabilities().contains(Capability.SUDO)
                && (pattern.matches("auth/token/create")
                        || pattern.matches("auth/token/create-orphan"));
    }

    /**
     * Tells whether the pattern allows the request, or one below the same mount with another name:
     * {@code sys/policies/acl/app} as well as {@code sys/policies/acl/*}.
     */
    private static boolean covers(PathPattern pattern, String request) {
        if (pattern.matches(request)) {
            return true;
        }
        if (LOGIN.matcher(pattern.text()).matches()) {
            return true;
        }
        String parent = request.substring(0, request.lastIndexOf('/') + 1);
        return request.endsWith("/x") && pattern.text().startsWith(parent);
    }
}
