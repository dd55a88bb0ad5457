package io.hushgate.rego.backend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hushgate.rego.value.JsonReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the other end is slow, broken, or somebody else. */
final class RemoteOpaTest {
    private static final RemoteLimits IMPATIENT =
            new RemoteLimits(Duration.ofSeconds(5), Duration.ofMillis(300), 1_000);
    private static final RemoteLimits SMALL =
            new RemoteLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answers(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private void answers(int status, String type, String body) {
        answers(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            send(exchange, status, body);
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void fails(RemoteLimits limits, String message) {
        try (RemoteOpa opa = RemoteOpa.at(address(), limits)) {
            assertThatThrownBy(() -> opa.decide("data.app.allow", null))
                    .isInstanceOf(DecisionProblem.class)
                    .hasMessage(address() + "/v1/data/app/allow: " + message);
        }
    }

    @Test
    void asksAsTheDataApiWants() {
        AtomicReference<String> asked = new AtomicReference<>();
        answers(exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.set(
                    String.join(
                            " ",
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getRawPath(),
                            exchange.getRequestHeaders().getFirst("Content-Type"),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body));
            send(exchange, 200, "{\"result\": [1], \"decision_id\": \"x\"}");
        });
        String token = "abc.DEF-" + 123;
        try (RemoteOpa opa = RemoteOpa.at(address() + "/opa/", token, SMALL)) {
            DocumentPath path = new DocumentPath(List.of("app", "a/b ?", "ü~"));
            assertThat(opa.decide(path, JsonReader.standard().read("{\"a\": 1}")))
                    .contains(JsonReader.standard().read("[1]"));
        }
        assertThat(asked)
                .hasValue(
                        "POST /opa/v1/data/app/a%2Fb%20%3F/%C3%BC~ application/json Bearer "
                                + token
                                + " {\"input\":{\"a\":1}}");
    }

    @Test
    void takesAnAnswerWithoutResultForUndefined() {
        answers(200, "application/json", "{\"warning\": {\"code\": \"api_usage_warning\"}}");
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            assertThat(opa.decide("data.app.allow", null)).isEmpty();
        }
    }

    @Test
    void namesTheServersReason() {
        answers(
                500,
                "application/json",
                """
                {"code": "internal_error", "message": "error(s) occurred while evaluating query",
                 "errors": [{"code": "eval_conflict_error", "message": "two\\n values"}]}
                """);
        fails(
                SMALL,
                "the server answers with status 500: eval_conflict_error: two values; see its log");
    }

    @Test
    void doesNotNeedAReason() {
        answers(502, "text/html", "<h1>Bad gateway</h1>");
        fails(SMALL, "the server answers with status 502; see its log");
    }

    @Test
    void saysThatATokenIsWanted() {
        answers(401, "application/json", "{\"code\": \"unauthorized\"}");
        fails(SMALL, "the server wants a token (status 401); give one that it accepts");
    }

    @Test
    void followsNoRedirect() {
        AtomicReference<String> followed = new AtomicReference<>();
        server.createContext("/elsewhere", exchange -> followed.set(exchange.getRequestMethod()));
        answers(exchange -> {
            exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
            send(exchange, 307, "");
        });
        fails(
                SMALL,
                "the server redirects, which is not followed; use the address it redirects to");
        assertThat(followed).hasNullValue();
    }

    @Test
    void tellsTruncatedJson() {
        answers(200, "application/json", "{\"result\": [1, 2");
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            assertThatThrownBy(() -> opa.decide("data.app", null))
                    .isInstanceOf(DecisionProblem.class)
                    .hasMessageContaining("the answer of type application/json is no JSON (1:")
                    .hasMessageEndingWith("check that the address is that of an OPA server");
        }
    }

    @Test
    void tellsAPageFromAnAnswer() {
        answers(200, "text/html", "<html>Welcome</html>");
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            assertThatThrownBy(() -> opa.decide("data.app", null))
                    .hasMessageContaining("the answer of type text/html is no JSON");
        }
    }

    @Test
    void takesNoStrangersJsonForUndefined() {
        answers(200, "application/json", "{\"status\": \"ok\"}");
        fails(
                SMALL,
                "the answer is not one of OPA's Data API; check that the address is that of an OPA"
                        + " server");
    }

    @Test
    void stopsReadingAtTheLimit() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1_024];
            try (var out = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    out.write(much);
                }
            }
        });
        fails(SMALL, "the answer has more than 1000 bytes; ask for a smaller document");
    }

    @Test
    void saysThatTheConnectionBroke() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            throw new IOException("the server goes away");
        });
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            assertThatThrownBy(() -> opa.decide("data.app", null))
                    .isInstanceOf(DecisionProblem.class)
                    .hasMessageContaining("/v1/data/app: the connection broke")
                    .hasMessageEndingWith("; try again");
        }
    }

    @Test
    void doesNotWaitForHeadersForEver() {
        answers(_ -> await());
        fails(IMPATIENT, "no answer within 0.3 s; ask for less or allow more time");
    }

    @Test
    void doesNotWaitForTheBodyForEver() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"result\": ".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
        fails(IMPATIENT, "no answer within 0.3 s; ask for less or allow more time");
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (RemoteOpa opa = RemoteOpa.at("http://127.0.0.1:" + port, SMALL)) {
            assertThatThrownBy(() -> opa.decide("data.app", null))
                    .hasMessage(
                            "http://127.0.0.1:"
                                    + port
                                    + "/v1/data/app: no connection; check the address and that the"
                                    + " server runs");
        }
    }

    @Test
    void speaksTlsUnlessTold() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = plain.accept()) {
                    // A handshake's record: kind, version, length (RFC 8446, 5.1). What is left
                    // unread at the end would reset the connection and lose the answer.
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    in.readNBytes(3);
                    in.readNBytes(in.readUnsignedShort());
                    socket.getOutputStream()
                            .write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                    socket.shutdownOutput();
                    in.readAllBytes();
                }
                return null;
            });
            String host = "127.0.0.1:" + plain.getLocalPort();
            try (RemoteOpa opa = RemoteOpa.at(host, SMALL)) {
                // The client names the failed handshake, or the connection that it closed for it,
                // whichever it sees first: the remedy is the same.
                assertThatThrownBy(() -> opa.decide("data.app", null))
                        .isInstanceOf(DecisionProblem.class)
                        .hasMessageStartingWith("https://" + host + "/v1/data/app: ")
                        .hasMessageEndingWith("or use http:// if the server has no TLS");
            }
        }
    }

    @Test
    void connectionThatBreaksNamesBothRemedies() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = silent.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    in.readNBytes(3);
                    in.readNBytes(in.readUnsignedShort());
                }
                return null;
            });
            String host = "127.0.0.1:" + silent.getLocalPort();
            try (RemoteOpa opa = RemoteOpa.at(host, SMALL)) {
                assertThatThrownBy(() -> opa.decide("data.app", null))
                        .isInstanceOf(DecisionProblem.class)
                        .hasMessageStartingWith("https://" + host + "/v1/data/app: ")
                        .hasMessageEndingWith("or use http:// if the server has no TLS");
            }
        }
    }

    @Test
    void interruptionEndsTheWait() {
        answers(_ -> await());
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> opa.decide("data.app", null))
                    .hasMessageEndingWith("interrupted while waiting");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesKeysThatUrlsCannotHold() {
        try (RemoteOpa opa = RemoteOpa.at(address(), SMALL)) {
            assertThatThrownBy(() -> opa.decide(new DocumentPath(List.of("app", "..")), null))
                    .hasMessageStartingWith(
                            "data.app[\"..\"]: the key \"..\" cannot be part of a URL");
        }
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String address :
                List.of(
                        "",
                        "ftp://example.com",
                        "https://",
                        "https://example.com?x=1",
                        "a b",
                        "h:99999")) {
            assertThatThrownBy(() -> RemoteOpa.at(address, SMALL))
                    .as(address)
                    .isInstanceOf(DecisionProblem.class);
        }
    }

    @Test
    void sendsNoTokenInTheClearAndShowsNone() {
        String token = "t" + "o".repeat(20);
        assertThatThrownBy(() -> RemoteOpa.at("http://opa.example.com", token, SMALL))
                .hasMessage(
                        "http://opa.example.com: the bearer token would be sent in the clear; use"
                                + " https://");
        assertThatThrownBy(() -> RemoteOpa.at("https://opa.example.com", token + "\n", SMALL))
                .hasMessageContaining("other characters")
                .hasMessageNotContaining(token);
        assertThatThrownBy(() -> RemoteOpa.at("https://me:" + token + "@example.com", SMALL))
                .hasMessageContaining("user or password")
                .hasMessageNotContaining(token);
    }
}
