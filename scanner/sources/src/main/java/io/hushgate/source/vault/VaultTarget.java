package io.hushgate.source.vault;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.server.ServerClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server and how to reach it.
 *
 * @param address {@code https://host:port}; plain HTTP to this machine alone, since every request
 *     carries a token
 * @param namespace of Vault Enterprise or OpenBao; empty for the root
 * @param authority PEM certificates to trust instead of the system's
 */
public record VaultTarget(
        URI address, String namespace, Optional<Path> authority, VaultLogin login) {
    public VaultTarget {
        boolean http = "http".equals(address.getScheme());
        boolean https = "https".equals(address.getScheme());
        if (address.getHost() == null || !(http || https) || address.getUserInfo() != null) {
            throw new SourceProblem(
                    shown(address), "it is no address of a server", "write https://HOST:PORT");
        }
        if (http && !ServerClient.isLoopback(address)) {
            throw new SourceProblem(
                    shown(address),
                    "plain HTTP would show the token to everybody on the way",
                    "use https, with --vault-ca for a certificate authority of your own");
        }
    }

    /** Reads the address as users write it. */
    public static VaultTarget of(
            String address, String namespace, Optional<Path> authority, VaultLogin login) {
        try {
            return new VaultTarget(URI.create(address), namespace, authority, login);
        } catch (IllegalArgumentException e) {
            throw new SourceProblem(
                    "the address of Vault", "it is no address", "write https://HOST:PORT");
        }
    }

    /** Without what may be a password. */
    private static String shown(URI address) {
        return address.getUserInfo() == null ? address.toString() : "the address of Vault";
    }

    /** Host and port, as addresses of artifacts begin. */
    String host() {
        return address.getPort() < 0
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }
}
