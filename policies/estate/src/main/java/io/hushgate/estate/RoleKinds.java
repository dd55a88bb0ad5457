package io.hushgate.estate;

import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives roles the type of the auth method that is mounted where they are, if their own settings do
 * not tell.
 */
final class RoleKinds {
    private RoleKinds() {}

    static List<Fact> resolve(List<Fact> facts) {
        Map<String, Set<String>> types = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof AuthMount mount && !mount.type().isEmpty()) {
                types.computeIfAbsent(mount.path(), _ -> new TreeSet<>()).add(mount.type());
            }
        }
        List<Fact> resolved = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            resolved.add(
                    fact instanceof Role role && role.kind().equals(role.authMount())
                            ? resolve(role, types.getOrDefault(role.authMount(), Set.of()))
                            : fact);
        }
        return resolved;
    }

    private static Role resolve(Role role, Set<String> types) {
        return types.size() != 1
                ? role
                : new Role(
                        types.iterator().next(),
                        role.authMount(),
                        role.name(),
                        role.policies(),
                        role.bound(),
                        role.token(),
                        role.secretId(),
                        role.claims(),
                        role.lines(),
                        role.format(),
                        role.at());
    }
}
