package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A registry on this machine that serves a few blobs, and misbehaves when it is told to. */
final class Registry implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> blobs;
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private String login = "";
    private String token = "";
    private boolean cuts;
    private String silentAt = "";
    private boolean begins;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String elsewhere = "";

    private Registry(HttpServer server, Map<String, byte[]> blobs) {
        this.server = server;
        this.blobs = blobs;
    }

    /** Serves blobs by their digests, and one of them by the tag {@code latest}. */
    static Registry start(Map<String, byte[]> blobs, String latest) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map<String, byte[]> all = new HashMap<>(blobs);
        all.put("latest", blobs.get(latest));
        Registry registry = new Registry(server, all);
        server.createContext("/", registry::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return registry;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Wants a token, which is had for a login. */
    Registry wantsToken(String basic) {
        login = basic;
        token = "t" + basic.hashCode();
        return this;
    }

    /** Answers with a status the first few times. */
    Registry fails(int status, int times) {
        failures.put(Integer.toString(status), times);
        return this;
    }

    /** Closes the connection in the middle of a blob, unless asked for a range. */
    Registry cuts() {
        cuts = true;
        return this;
    }

    /**
     * Says nothing, or begins an answer and says nothing more, until it is closed.
     *
     * @param path what the paths contain for which it is so
     */
    Registry isSilent(String path, boolean afterBeginning) {
        silentAt = path;
        begins = afterBeginning;
        return this;
    }

    private void beSilent(HttpExchange exchange) throws IOException {
        if (begins) {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends for blobs to another registry. */
    Registry redirectsTo(Registry other) {
        elsewhere = "http://" + other.host();
        return this;
    }

    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(path + (authorization == null ? "" : " " + authorization));
        try (exchange) {
            for (Map.Entry<String, Integer> failure : failures.entrySet()) {
                if (failure.getValue() > 0) {
                    failure.setValue(failure.getValue() - 1);
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    send(exchange, Integer.parseInt(failure.getKey()), new byte[0]);
                    return;
                }
            }
            if (!silentAt.isEmpty() && path.contains(silentAt)) {
                beSilent(exchange);
            } else if (path.equals("/token")) {
                boolean known = ("Basic " + login).equals(authorization) || login.isEmpty();
                send(
                        exchange,
                        known ? 200 : 401,
                        ("{\"token\":\"" + token + "\"}").getBytes(UTF_8));
            } else if (!token.isEmpty() && !("Bearer " + token).equals(authorization)) {
                exchange.getResponseHeaders()
                        .add(
                                "WWW-Authenticate",
                                "Bearer realm=\"http://%s/token\",service=\"s\",scope=\"x\""
                                        .formatted(host()));
                send(exchange, 401, new byte[0]);
            } else if (!elsewhere.isEmpty() && path.contains("/blobs/")) {
                exchange.getResponseHeaders().add("Location", elsewhere + path);
                send(exchange, 307, new byte[0]);
            } else {
                blob(exchange, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private void blob(HttpExchange exchange, String name) throws IOException {
        byte[] bytes = blobs.get(name);
        if (bytes == null) {
            send(exchange, 404, new byte[0]);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range != null) {
            int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            send(exchange, 206, java.util.Arrays.copyOfRange(bytes, from, bytes.length));
        } else if (cuts && bytes.length > 2_000) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        } else {
            send(exchange, 200, bytes);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
