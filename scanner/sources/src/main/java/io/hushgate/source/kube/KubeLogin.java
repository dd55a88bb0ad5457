package io.hushgate.source.kube;

import io.hushgate.source.server.Credential;
import java.nio.file.Path;

/** How this program logs in to a cluster. */
public sealed interface KubeLogin {
    /** Not at all, as to {@code kubectl proxy}, which logs in itself. */
    record Nobody() implements KubeLogin {}

    /** A bearer token that a kubeconfig holds. */
    record Token(Credential value) implements KubeLogin {}

    /** A bearer token in a file, read when it is needed: whoever writes it renews it. */
    record TokenFile(Path file) implements KubeLogin {}

    /**
     * A client certificate.
     *
     * @param chain PEM, its own certificate first
     * @param key PEM
     */
    record Certificate(String chain, Credential key) implements KubeLogin {}
}
