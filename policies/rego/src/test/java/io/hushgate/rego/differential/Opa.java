package io.hushgate.rego.differential;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real {@code opa} as a server of its own, on a port of this machine that nobody else uses. */
public final class Opa implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private Opa(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** The binary that the system property {@code opa.binary} names. */
    public static Optional<Path> binary() {
        return Optional.ofNullable(System.getProperty("opa.binary")).map(Path::of);
    }

    public static Opa start(Path binary) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Process process =
                new ProcessBuilder(
                                binary.toString(),
                                "run",
                                "--server",
                                "--disable-telemetry",
                                "--log-level=error",
                                "--addr=" + address)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Opa opa = new Opa(process, "http://" + address);
        opa.awaitHealth();
        return opa;
    }

    private void awaitHealth() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                if (send("GET", "/health", "").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(20);
        }
    }

    /** Where it answers: {@code http://}, host and port. */
    public String address() {
        return address;
    }

    /** Loads a module; the first error's code if {@code opa} refuses it, else empty. */
    public Optional<String> load(String id, String module) {
        HttpResponse<String> response = send("PUT", "/v1/policies/" + id, module);
        return response.statusCode() == 200 ? Optional.empty() : Optional.of(code(response.body()));
    }

    void unload(String id) {
        send("DELETE", "/v1/policies/" + id, "");
    }

    public void data(String path, Value value) {
        send("PUT", "/v1/data/" + path, JsonWriter.COMPACT.write(value));
    }

    /** What {@code opa} says about a document: its JSON value, nothing, or an error. */
    Outcome evaluate(String path, @Nullable Value input) {
        String body = input == null ? "{}" : "{\"input\":" + JsonWriter.COMPACT.write(input) + "}";
        HttpResponse<String> response = send("POST", "/v1/data/" + path, body);
        if (response.statusCode() != 200) {
            return new Outcome.Failed(code(response.body()));
        }
        RegoObject json = (RegoObject) JsonReader.standard().read(response.body());
        Value result = json.get("result");
        return result == null ? Outcome.UNDEFINED : new Outcome.Defined(result);
    }

    private static String code(String body) {
        Value json = JsonReader.standard().read(body);
        if (json instanceof RegoObject object
                && object.get("errors") instanceof RegoArray errors
                && errors.at(0) instanceof RegoObject error
                && error.get("code") instanceof RegoString code) {
            return code.value();
        }
        return body;
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was working", e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
