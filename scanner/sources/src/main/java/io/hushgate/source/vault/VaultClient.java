package io.hushgate.source.vault;

import io.hushgate.source.SourceProblem;
import io.hushgate.source.server.Answer;
import io.hushgate.source.server.ServerClient;
import io.hushgate.source.server.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Asks a server, certificates checked. Follows no redirect: the token would go where it leads.
 *
 * <p>Source: developer.hashicorp.com/vault/api-docs; a list is {@code GET} with {@code list=true}.
 */
final class VaultClient {
    private static final String TOKEN = "X-Vault-Token";
    private static final String NAMESPACE = "X-Vault-Namespace";

    private final VaultTarget target;
    private final ServerClient client;
    private final String token;

    private VaultClient(VaultTarget target, ServerClient client, String token) {
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
        ServerClient client =
                ServerClient.of(
                        target.address().toString(),
                        "check the address, and the certificate authority with --vault-ca",
                        target.authority().map(VaultClient::trusting));
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
                client.client.send(
                        client.request(path, false).POST(BodyPublishers.ofString(body)).build());
        String token = answer.isOk() ? VaultJson.text(answer.body(), "auth.client_token") : "";
        if (token.isEmpty()) {
            throw new SourceProblem(
                    client.target.address().toString(),
                    "the login by role %s was refused (status %d)".formatted(role, answer.status()),
                    "check --vault-role and that it binds this service account");
        }
        return token;
    }

    private static SSLContext trusting(Path file) {
        try {
            return TlsContexts.trusting(Files.readAllBytes(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new SourceProblem(file.toString(), "it holds no certificates", "give a PEM file");
        }
    }

    /** Asks for what is at a path, or for the names below it. */
    Answer get(String path, boolean list) {
        return client.send(request(path, list).GET().build());
    }

    private HttpRequest.Builder request(String path, boolean list) {
        String base = target.address().toString();
        String uri =
                (base.endsWith("/") ? base : base + "/")
                        + "v1/"
                        + VaultJson.escapedPath(path)
                        + (list ? "?list=true" : "");
        HttpRequest.Builder request =
                ServerClient.request(URI.create(uri)).header("X-Vault-Request", "true");
        if (!token.isEmpty()) {
            request.header(TOKEN, token);
        }
        if (!target.namespace().isEmpty()) {
            request.header(NAMESPACE, target.namespace());
        }
        return request;
    }
}
