package io.hushgate.estate.acl;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request wants to do. */
public enum Operation {
    CREATE(Capability.CREATE),
    READ(Capability.READ),
    UPDATE(Capability.UPDATE),
    PATCH(Capability.PATCH),
    DELETE(Capability.DELETE),
    LIST(Capability.LIST),
    SCAN(Capability.SCAN),
    RECOVER(Capability.RECOVER),
    SUBSCRIBE(Capability.SUBSCRIBE),
    REVOKE(Capability.UPDATE),
    RENEW(Capability.UPDATE),
    ROLLBACK(Capability.UPDATE),
    /** Permitted to everyone. */
    HELP(null);

    private final Optional<Capability> needed;

    Operation(@Nullable Capability needed) {
        this.needed = Optional.ofNullable(needed);
    }

    /** The capability that permits it; empty if none is needed. */
    public Optional<Capability> needed() {
        return needed;
    }

    /** Tells whether a path with and without its last slash is asked for. */
    boolean lists() {
        return this == LIST || this == SCAN;
    }

    /** Tells whether the parameters of the request are looked at. */
    boolean hasParameters() {
        return switch (this) {
            case READ, CREATE, UPDATE, PATCH, RECOVER -> true;
            case DELETE, LIST, SCAN, SUBSCRIBE, REVOKE, RENEW, ROLLBACK, HELP -> false;
        };
    }
}
