package io.hushgate.source.server;

import io.hushgate.source.SourceProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Asks one server. Follows no redirect: the credential would go where it leads. Safe for use by
 * several threads.
 */
public final class ServerClient {
    /** No list of policies, roles or objects that people keep is longer. */
    public static final int MOST_BYTES = 16 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String shown;
    private final String remedy;
    private final HttpClient client;

    private ServerClient(String shown, String remedy, HttpClient client) {
        this.shown = shown;
        this.remedy = remedy;
        this.client = client;
    }

    /**
     * A client of a server; nothing is asked yet.
     *
     * @param shown the server as problems name it
     * @param remedy what to do when it does not answer
     * @param tls whom to trust, and who to be; the system's certificate authorities without it
     */
    public static ServerClient of(String shown, String remedy, Optional<SSLContext> tls) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE);
        tls.ifPresent(builder::sslContext);
        return new ServerClient(shown, remedy, builder.build());
    }

    /** Tells whether the address is on this machine, where plain HTTP shows nothing to anybody. */
    public static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    /** A request that waits for half a minute at most. */
    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }

    /**
     * Asks.
     *
     * @throws SourceProblem when no answer comes
     */
    public Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES);
                boolean whole = bytes.length < MOST_BYTES || body.read() < 0;
                return new Answer(response.statusCode(), bytes, whole);
            }
        } catch (IOException e) {
            throw new SourceProblem(
                    shown, "the server does not answer (%s)".formatted(cause(e)), remedy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceProblem(shown, "asking it was interrupted", "run it again");
        }
    }

    /** What went wrong, without anything of the request. */
    private static String cause(IOException e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof ConnectException)) {
            root = root.getCause();
        }
        if (root instanceof ConnectException) {
            return "no connection";
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
