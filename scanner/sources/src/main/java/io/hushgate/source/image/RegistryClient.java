package io.hushgate.source.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a registry (OCI Distribution Specification 1.1): logs in when it is told to, follows
 * redirects, tries again what may pass. Safe for use by several threads.
 */
final class RegistryClient {
    private static final int TRIES = 4;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration MOST_WAIT = Duration.ofSeconds(20);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final Reference reference;
    private final Credentials credentials;
    private final Patience patience;
    private volatile String authorization = "";

    /** Asks for one image. */
    RegistryClient(Reference reference, Credentials credentials, Patience patience) {
        this.reference = reference;
        this.credentials = credentials;
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(patience.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** The address of something of the image's repository. */
    URI uri(String what) {
        String scheme = reference.isLoopback() ? "http" : "https";
        return URI.create(
                "%s://%s/v2/%s/%s"
                        .formatted(scheme, reference.registry(), reference.repository(), what));
    }

    /**
     * Gets something.
     *
     * @param headers without those of the login
     * @return with status 200 or 206; whoever reads closes the body, and does not wait for it
     *     without {@link WatchedBody}
     * @throws RegistryProblem when there is none, in words
     */
    HttpResponse<InputStream> get(URI uri, Map<String, String> headers) throws IOException {
        boolean loggedIn = false;
        Duration wait = patience.firstWait();
        String last = "";
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<InputStream> response;
            try {
                response = followed(uri, headers);
            } catch (RegistryProblem e) {
                throw e;
            } catch (HttpTimeoutException e) {
                last = "%s does not answer".formatted(uri.getHost());
                wait = sleep(wait);
                continue;
            } catch (IOException e) {
                last = "%s cannot be reached".formatted(uri.getHost());
                wait = sleep(wait);
                continue;
            }
            int status = response.statusCode();
            if (status == 200 || status == 206) {
                return response;
            }
            response.body().close();
            if (status == 401 && !loggedIn) {
                logIn(response.headers().firstValue("WWW-Authenticate").orElse(""));
                loggedIn = true;
                i--;
                continue;
            }
            last = "%s answers %d".formatted(uri.getHost(), status);
            if (status != 429 && status < 500) {
                throw refused(status, last);
            }
            sleep(retryAfter(response).orElse(wait));
            wait = wait.multipliedBy(2);
        }
        throw new RegistryProblem(last + ", also when asked %d times".formatted(TRIES));
    }

    private RegistryProblem refused(int status, String what) {
        return new RegistryProblem(
                switch (status) {
                    case 401, 403 ->
                            credentials.needsHelper(reference.registry())
                                    ? what
                                            + ": the login is with a credential helper, which is never started; give it in DOCKER_AUTH_CONFIG"
                                    : what + ": it wants another login than the one at hand";
                    case 404 -> what + ": there is no such image";
                    default -> what;
                });
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** Waits, and tells how long to wait next time. */
    private static Duration sleep(Duration wait) throws IOException {
        try {
            Thread.sleep(wait.compareTo(MOST_WAIT) > 0 ? MOST_WAIT : wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return wait.multipliedBy(2);
    }

    /** Follows redirects; the login stays with the registry. */
    private HttpResponse<InputStream> followed(URI uri, Map<String, String> headers)
            throws IOException {
        URI at = uri;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            boolean home = at.getHost().equals(uri.getHost()) && at.getPort() == uri.getPort();
            HttpResponse<InputStream> response = once(at, headers, home ? authorization : "");
            if (!REDIRECTS.contains(response.statusCode())) {
                return response;
            }
            response.body().close();
            URI next = at.resolve(response.headers().firstValue("Location").orElse(""));
            boolean less = "https".equals(at.getScheme()) && !"https".equals(next.getScheme());
            if (next.getHost() == null || less) {
                throw new RegistryProblem(
                        "%s redirects to a place without TLS".formatted(uri.getHost()));
            }
            at = next;
        }
        throw new RegistryProblem("%s redirects without end".formatted(uri.getHost()));
    }

    private HttpResponse<InputStream> once(URI uri, Map<String, String> headers, String login)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience.answer());
        headers.forEach(request::header);
        if (!login.isEmpty()) {
            request.header("Authorization", login);
        }
        return send(request.build());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void logIn(String header) throws IOException {
        Optional<Credentials.Login> login = credentials.of(reference.registry());
        Challenge challenge =
                Challenge.parse(header)
                        .orElseThrow(
                                () -> new RegistryProblem("the registry wants a login of no kind"));
        if (challenge.scheme().equals("basic")) {
            if (login.orElse(null) instanceof Credentials.Login.Basic(var encoded)) {
                authorization = "Basic " + encoded;
                return;
            }
            throw refused(401, reference.registry() + " answers 401");
        }
        authorization = "Bearer " + token(challenge, login);
    }

    /** Gets a token (Distribution's token authentication), by a login where there is one. */
    private String token(Challenge challenge, Optional<Credentials.Login> login)
            throws IOException {
        URI realm = realm(challenge.get("realm"));
        String scope = "repository:" + reference.repository() + ":pull";
        String asked = "service=" + encoded(challenge.get("service")) + "&scope=" + encoded(scope);
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(patience.answer());
        switch (login.orElse(null)) {
            case Credentials.Login.Refresh(var token) ->
                    request.uri(realm)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "grant_type=refresh_token&client_id=hushgate&refresh_token="
                                                    + encoded(token)
                                                    + "&"
                                                    + asked));
            case Credentials.Login.Basic(var encoded) ->
                    request.uri(withQuery(realm, asked))
                            .header("Authorization", "Basic " + encoded);
            case null -> request.uri(withQuery(realm, asked));
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body =
                WatchedBody.ofDocument(
                        response.body(), String.valueOf(realm.getHost()), patience)) {
            if (response.statusCode() != 200) {
                throw refused(
                        response.statusCode() == 404 ? 401 : response.statusCode(),
                        "%s answers %d".formatted(realm.getHost(), response.statusCode()));
            }
            Json answer = Json.read(body.readNBytes(Json.MAX_BYTES));
            String token = answer.get("token").text();
            return token.isEmpty() ? answer.get("access_token").text() : token;
        }
    }

    /** The token server, which gets the login: over TLS, but for a registry on this machine. */
    private URI realm(String text) throws RegistryProblem {
        try {
            URI realm = URI.create(text);
            boolean safe =
                    "https".equals(realm.getScheme())
                            || (reference.isLoopback() && "http".equals(realm.getScheme()));
            if (safe && realm.getHost() != null) {
                return realm;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RegistryProblem("the registry names a token server without TLS");
    }

    private static URI withQuery(URI uri, String query) {
        String text = uri.toString();
        return URI.create(text + (text.indexOf('?') < 0 ? "?" : "&") + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
