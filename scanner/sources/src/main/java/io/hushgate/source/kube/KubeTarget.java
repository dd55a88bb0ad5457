package io.hushgate.source.kube;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.server.ServerClient;
import java.net.URI;
import java.util.Optional;

/**
 * A cluster and how to reach it.
 *
 * @param server {@code https://host:port}; plain HTTP to this machine alone, where {@code kubectl
 *     proxy} listens
 * @param authority PEM certificates to trust instead of the system's
 */
public record KubeTarget(URI server, Optional<String> authority, KubeLogin login) {
    public KubeTarget {
        boolean http = "http".equals(server.getScheme());
        boolean https = "https".equals(server.getScheme());
        if (server.getHost() == null || !(http || https) || server.getUserInfo() != null) {
            throw new SourceProblem(
                    "the server of the cluster", "it is no address", "write https://HOST:PORT");
        }
        if (http && !ServerClient.isLoopback(server)) {
            throw new SourceProblem(
                    server.toString(),
                    "plain HTTP would show everything to everybody on the way",
                    "use https, with certificate-authority for an authority of your own");
        }
    }

    /** Host and port, as addresses of artifacts begin. */
    String host() {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }
}
