package io.hushgate.estate.acl;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a policy may permit on a path. */
public enum Capability {
    CREATE,
    READ,
    UPDATE,
    PATCH,
    DELETE,
    LIST,
    /** Recursive list; OpenBao only. */
    SCAN,
    SUDO,
    SUBSCRIBE,
    RECOVER,
    /** Forbids all others on the same pattern, also across policies. */
    DENY;

    /** As written in a policy; case counts. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The capability of that name; empty for a word that Vault refuses. */
    public static Optional<Capability> of(String text) {
        for (Capability capability : values()) {
            if (capability.text().equals(text)) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }

    /** What the old form {@code policy = "..."} stands for; empty for a word that Vault refuses. */
    public static Set<Capability> ofLegacy(String policy) {
        return switch (policy) {
            case "deny" -> EnumSet.of(DENY);
            case "read" -> EnumSet.of(READ, LIST);
            case "write" -> EnumSet.of(CREATE, READ, UPDATE, DELETE, LIST);
            case "sudo" -> EnumSet.of(CREATE, READ, UPDATE, DELETE, LIST, SUDO);
            default -> EnumSet.noneOf(Capability.class);
        };
    }
}
