package io.hushgate.source.vault;

import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a server, certificates checked. Follows no redirect: the token would go where it leads.
 *
 * <p>Source: developer.hashicorp.com/vault/api-docs; a list is {@code GET} with {@code list=true}.
 */
final class VaultClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 16 << 20;
    private static final String TOKEN = "X-Vault-Token";
    private static final String NAMESPACE = "X-Vault-Namespace";

    private final VaultTarget target;
    private final HttpClient client;
    private final String token;

    /** An answer; the body is empty unless the status is 200. */
    @SuppressWarnings("ArrayRecordComponent") // read once by who asked; never compared
    record Answer(int status, byte[] body) {
        @Override
        public String toString() {
            return "Answer[" + status + ", " + body.length + " bytes]";
        }
    }

    private VaultClient(VaultTarget target, HttpClient client, String token) {
        this.target = target;
        this.client = client;
        this.token = token;
    }

    /**
     * Logs in.
     *
     * @param environment where a token may lie
     * @throws SourceProblem when there is no token, or the server does not take it
     */
    static VaultClient connect(VaultTarget target, Map<String, String> environment) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE);
        target.authority().ifPresent(file -> builder.sslContext(trusting(file)));
        HttpClient client = builder.build();
        String token =
                switch (target.login()) {
                    case VaultLogin.FromEnvironment(var variable) ->
                            given(
                                    environment.getOrDefault(variable, ""),
                                    "the variable " + variable,
                                    "set it to a token");
                    case VaultLogin.FromFile(var file) -> content(file);
                    case VaultLogin.Kubernetes(var mount, var role, var jwt) ->
                            login(new VaultClient(target, client, ""), mount, role, content(jwt));
                };
        return new VaultClient(target, client, token);
    }

    private static String given(String value, String place, String remedy) {
        String token = value.strip();
        if (token.isEmpty() || token.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new SourceProblem(place, "it holds no token", remedy);
        }
        return token;
    }

    private static String content(Path file) {
        try {
            return given(
                    Files.readString(file, StandardCharsets.ISO_8859_1),
                    file.toString(),
                    "write a token into it");
        } catch (IOException e) {
            throw new SourceProblem(
                    file.toString(), "the token cannot be read from it", "check the path");
        }
    }

    private static String login(VaultClient client, String mount, String role, String jwt) {
        String path = "auth/" + mount + "/login";
        String body =
                "{\"role\":%s,\"jwt\":%s}".formatted(VaultJson.quoted(role), VaultJson.quoted(jwt));
        Answer answer =
                client.send(
                        client.request(path, false).POST(BodyPublishers.ofString(body)).build());
        String token =
                answer.status() == 200 ? VaultJson.text(answer.body(), "auth.client_token") : "";
        if (token.isEmpty()) {
            throw new SourceProblem(
                    client.target.address().toString(),
                    "the login by role %s was refused (status %d)".formatted(role, answer.status()),
                    "check --vault-role and that it binds this service account");
        }
        return token;
    }

    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, one);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new SourceProblem(file.toString(), "it holds no certificates", "give a PEM file");
        }
    }

    /** Asks for what is at a path, or for the names below it. */
    Answer get(String path, boolean list) {
        return send(request(path, list).GET().build());
    }

    private HttpRequest.Builder request(String path, boolean list) {
        String base = target.address().toString();
        String uri =
                (base.endsWith("/") ? base : base + "/")
                        + "v1/"
                        + VaultJson.escapedPath(path)
                        + (list ? "?list=true" : "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri))
                        .timeout(PATIENCE)
                        .header("X-Vault-Request", "true");
        if (!token.isEmpty()) {
            request.header(TOKEN, token);
        }
        if (!target.namespace().isEmpty()) {
            request.header(NAMESPACE, target.namespace());
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                return new Answer(
                        response.statusCode(), response.statusCode() == 200 ? bytes : new byte[0]);
            }
        } catch (IOException e) {
            throw new SourceProblem(
                    target.address().toString(),
                    "the server does not answer (%s)".formatted(cause(e)),
                    "check the address, and the certificate authority with --vault-ca");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceProblem(
                    target.address().toString(), "asking it was interrupted", "run it again");
        }
    }

    /** What went wrong, without anything of the request. */
    private static String cause(IOException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
