package io.hushgate.rego.backend;

import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An OPA server, asked over its Data API (OPA documentation, "REST API", "Get a document with
 * input"). Its policies and data are as its keepers loaded them. An input of null is none to it.
 *
 * <p>Speaks TLS unless the address says {@code http://}, follows no redirects, repeats no question,
 * and waits no longer than its limits say.
 */
public final class RemoteOpa implements DecisionEngine {
    /** RFC 6750, section 2.1. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final Endpoint endpoint;
    private final @Nullable String token;
    private final RemoteLimits limits;
    private final HttpClient client;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    private RemoteOpa(Endpoint endpoint, @Nullable String token, RemoteLimits limits) {
        this.endpoint = endpoint;
        this.token = token;
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(limits.connect())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /**
     * A server that asks for no token.
     *
     * @param address {@code opa.example.com:8181}, {@code https://example.com/opa} or, without TLS,
     *     {@code http://127.0.0.1:8181}
     * @throws DecisionProblem if it is no such address
     */
    public static RemoteOpa at(String address, RemoteLimits limits) {
        return new RemoteOpa(Endpoint.of(address), null, limits);
    }

    /**
     * A server that asks for a bearer token (RFC 6750).
     *
     * @throws DecisionProblem also if the token would travel where others can read it
     */
    public static RemoteOpa at(String address, String token, RemoteLimits limits) {
        Endpoint endpoint = Endpoint.of(address);
        if (!BEARER.matcher(token).matches()) {
            throw new DecisionProblem(
                    endpoint.toString(),
                    "the bearer token has other characters than RFC 6750 allows; check for spaces"
                            + " and line ends around it");
        }
        if (!endpoint.isPrivate()) {
            throw new DecisionProblem(
                    endpoint.toString(),
                    "the bearer token would be sent in the clear; use https://");
        }
        return new RemoteOpa(endpoint, token, limits);
    }

    @Override
    public Optional<Value> decide(DocumentPath document, @Nullable Value input) {
        URI address = endpoint.of(document);
        HttpRequest request = request(address, input);
        Future<RemoteAnswer> answer = askers.submit(() -> ask(request));
        try {
            return answer.get(limits.answer().toNanos(), TimeUnit.NANOSECONDS).value();
        } catch (ExecutionException e) {
            throw problem(address, e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new DecisionProblem(
                    address.toString(),
                    "no answer within %s; ask for less or allow more time"
                            .formatted(seconds(limits.answer())),
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new DecisionProblem(address.toString(), "interrupted while waiting", e);
        }
    }

    private HttpRequest request(URI address, @Nullable Value input) {
        String body = input == null ? "{}" : "{\"input\":" + JsonWriter.COMPACT.write(input) + "}";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    /** The timeout of a request ends with its headers, so the caller bounds the body's time too. */
    private RemoteAnswer ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(limits.maxAnswerBytes() + 1);
            if (body.length > limits.maxAnswerBytes()) {
                throw new DecisionProblem(
                        request.uri().toString(),
                        "the answer has more than %d bytes; ask for a smaller document"
                                .formatted(limits.maxAnswerBytes()));
            }
            String type = response.headers().firstValue("content-type").orElse("");
            return new RemoteAnswer(request.uri(), response.statusCode(), type, body);
        }
    }

    private DecisionProblem problem(URI address, @Nullable Throwable cause) {
        String place = address.toString();
        return switch (cause) {
            case DecisionProblem problem -> problem;
            case HttpConnectTimeoutException e ->
                    new DecisionProblem(
                            place,
                            "no connection within %s; check the address and what lies between"
                                    .formatted(seconds(limits.connect())),
                            e);
            case ConnectException e ->
                    new DecisionProblem(
                            place, "no connection; check the address and that the server runs", e);
            case SSLException e ->
                    new DecisionProblem(
                            place,
                            "no TLS connection (%s); check the certificate, or use http:// if the"
                                            .formatted(e.getMessage())
                                    + " server has no TLS",
                            e);
            case IOException e ->
                    new DecisionProblem(
                            place,
                            "the connection broke%s; try again%s"
                                    .formatted(
                                            e.getMessage() == null
                                                    ? ""
                                                    : " (" + e.getMessage() + ")",
                                            address.getScheme().equals("https")
                                                    ? ", or use http:// if the server has no TLS"
                                                    : ""),
                            e);
            case null, default ->
                    throw new IllegalStateException("asking " + place + " failed", cause);
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    /** Gives up questions that are under way. */
    @Override
    public void close() {
        askers.shutdownNow();
        client.shutdownNow();
        askers.close();
        client.close();
    }
}
