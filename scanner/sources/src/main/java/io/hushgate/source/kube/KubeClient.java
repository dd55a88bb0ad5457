package io.hushgate.source.kube;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.server.Answer;
import io.hushgate.source.server.PrivateKeys;
import io.hushgate.source.server.ServerClient;
import io.hushgate.source.server.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Asks an API server for lists, page by page.
 *
 * <p>Source: kubernetes.io/docs/reference/using-api/api-concepts, "Retrieving large results sets in
 * chunks".
 */
final class KubeClient {
    /** As kubectl asks for. */
    private static final int PAGE = 500;

    private final KubeTarget target;
    private final ServerClient client;
    private final String token;

    private KubeClient(KubeTarget target, ServerClient client, String token) {
        this.target = target;
        this.client = client;
        this.token = token;
    }

    /**
     * A client of a cluster; nothing is asked yet.
     *
     * @throws SourceProblem when certificate, key or token cannot be used
     */
    static KubeClient of(KubeTarget target) {
        ServerClient client =
                ServerClient.of(
                        target.server().toString(),
                        "check server and certificate-authority of the kubeconfig",
                        tls(target));
        return new KubeClient(target, client, token(target));
    }

    private static String token(KubeTarget target) {
        String token =
                switch (target.login()) {
                    case KubeLogin.Token(var value) ->
                            new String(value.bytes(), StandardCharsets.ISO_8859_1);
                    case KubeLogin.TokenFile(var file) -> {
                        try {
                            yield Files.readString(file, StandardCharsets.ISO_8859_1);
                        } catch (IOException e) {
                            throw new SourceProblem(
                                    file.toString(),
                                    "the token cannot be read from it",
                                    "check tokenFile of the kubeconfig");
                        }
                    }
                    case KubeLogin.Nobody _, KubeLogin.Certificate _ -> "";
                };
        String stripped = token.strip();
        if (stripped.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new SourceProblem(
                    "the token of the kubeconfig", "it is no token", "get a new one");
        }
        return stripped;
    }

    private static Optional<SSLContext> tls(KubeTarget target) {
        boolean own = target.login() instanceof KubeLogin.Certificate;
        if (target.authority().isEmpty() && !own) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TlsContexts.of(
                            target.authority()
                                    .map(pem -> pem.getBytes(StandardCharsets.ISO_8859_1)),
                            identity(target.login())));
        } catch (GeneralSecurityException e) {
            throw new SourceProblem(
                    "the kubeconfig",
                    "its certificates or keys cannot be used (%s)".formatted(e.getMessage()),
                    "give them as PEM, the key without a pass phrase");
        }
    }

    private static Optional<TlsContexts.Identity> identity(KubeLogin login)
            throws GeneralSecurityException {
        if (!(login instanceof KubeLogin.Certificate(var chain, var secret))) {
            return Optional.empty();
        }
        byte[] pem = secret.bytes();
        try {
            PrivateKey key = PrivateKeys.read(pem);
            return Optional.of(new TlsContexts.Identity(chain, key));
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
    }

    /**
     * Asks for a page of a list.
     *
     * @param path such as {@code apis/apps/v1/deployments}
     * @param more the server's mark of the page before; empty for the first one
     */
    Answer list(String path, String more) {
        String base = target.server().toString();
        String next =
                more.isEmpty()
                        ? ""
                        : "&continue=" + URLEncoder.encode(more, StandardCharsets.UTF_8);
        String uri =
                "%s%s?limit=%d%s"
                        .formatted(base.endsWith("/") ? base : base + "/", path, PAGE, next);
        HttpRequest.Builder request =
                ServerClient.request(URI.create(uri)).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.GET().build());
    }
}
