package io.hushgate.estate.access;

import io.hushgate.estate.access.AccessNode.Kind;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.fact.VaultFact.Role;
import io.hushgate.estate.fact.VaultFact.TokenGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever holds a Vault token: a login role, or a token that a script makes.
 *
 * @param node role or token
 * @param role of which the token is; empty for a token that a script makes
 * @param policies names in lower case, with {@code default} where Vault attaches it
 * @param at where the policies are attached
 */
public record VaultHolder(
        AccessNode node, Optional<Role> role, List<String> policies, Provenance at) {
    public VaultHolder {
        policies = List.copyOf(policies);
    }

    /** The role, under a name that tells it from another definition of the same role. */
    static VaultHolder of(Role role, boolean onlyOne) {
        String name = role.authMount() + "/" + role.name();
        String own =
                onlyOne ? name : "%s (%s:%d)".formatted(name, role.at().file(), role.at().line());
        int line =
                role.lines()
                        .getOrDefault(
                                "token_policies",
                                role.lines().getOrDefault("policies", role.at().line()));
        Provenance at = new Provenance(role.at().file(), line, 1, role.at().confidence());
        boolean noDefault = role.token().noDefaultPolicy().orElse(false);
        return new VaultHolder(
                new AccessNode(Kind.VAULT_ROLE, "", own),
                Optional.of(role),
                withDefault(role.policies(), noDefault),
                at);
    }

    /** A token that a script makes, by its place. */
    static VaultHolder of(TokenGrant token) {
        String place = token.at().file() + ":" + token.at().line();
        return new VaultHolder(
                new AccessNode(Kind.TOKEN, "", "made at " + place),
                Optional.empty(),
                withDefault(token.policies(), false),
                token.at());
    }

    private static List<String> withDefault(List<String> policies, boolean without) {
        List<String> all = new ArrayList<>(policies);
        if (!without && !all.contains("default")) {
            all.add("default");
        }
        return all;
    }
}
