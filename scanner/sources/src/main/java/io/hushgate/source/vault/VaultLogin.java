package io.hushgate.source.vault;

import java.nio.file.Path;

/**
 * How this program logs in. Where the token or JWT lies is known, never what it is: a value in a
 * record could be printed.
 */
public sealed interface VaultLogin {
    /** A token that the environment holds, by the name of the variable. */
    record FromEnvironment(String variable) implements VaultLogin {}

    /** A token in a file, such as the one that {@code vault login} leaves. */
    record FromFile(Path file) implements VaultLogin {}

    /**
     * By the Kubernetes method, with the service account's own JWT.
     *
     * @param mount without {@code auth/}
     * @param jwt usually {@code /var/run/secrets/kubernetes.io/serviceaccount/token}
     */
    record Kubernetes(String mount, String role, Path jwt) implements VaultLogin {}
}
