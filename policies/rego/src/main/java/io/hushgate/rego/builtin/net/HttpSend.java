package io.hushgate.rego.builtin.net;

import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinContext.Permission;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.builtin.Operands;
import io.hushgate.rego.builtin.format.Formatting;
import io.hushgate.rego.builtin.time.GoDuration;
import io.hushgate.rego.value.JsonProblem;
import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNull;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code http.send}: one request and its answer, once the caller of the engine has allowed it by
 * name.
 *
 * <p>Knows of the request {@code url}, {@code method}, {@code headers}, {@code body}, {@code
 * raw_body}, {@code timeout}, {@code enable_redirect}, {@code force_json_decode} and {@code
 * raise_error}; anything else is refused rather than passed over, because it mostly concerns trust
 * (certificates) or caches.
 */
final class HttpSend {
    private static final Set<String> KEYS =
            Set.of(
                    "url",
                    "method",
                    "headers",
                    "body",
                    "raw_body",
                    "timeout",
                    "enable_redirect",
                    "force_json_decode",
                    "raise_error");

    /** OPA's own default, in seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Answers are read up to this; a policy has no use for more. */
    private static final int MAX_BODY = 16 << 20;

    private final RegoObject request;

    private HttpSend(RegoObject request) {
        this.request = request;
    }

    static Value send(BuiltinContext context, Value[] a) {
        RegoObject request = Operands.object(a, 0);
        HttpSend send = new HttpSend(request);
        send.check();
        context.demand(Permission.HTTP_SEND);
        try {
            return send.run();
        } catch (IOException e) {
            return send.failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BuiltinError.halting("interrupted");
        }
    }

    private void check() {
        RegoSet.Builder unknown = RegoSet.builder();
        for (Value key : request.sortedKeys()) {
            if (!(key instanceof RegoString name) || !KEYS.contains(name.value())) {
                unknown.add(key);
            }
        }
        complain("invalid", unknown.build());
        RegoSet.Builder missing = RegoSet.builder();
        for (String name : List.of("method", "url")) {
            if (request.get(name) == null) {
                missing.add(RegoString.of(name));
            }
        }
        complain("missing required", missing.build());
    }

    private static void complain(String what, RegoSet keys) {
        if (keys.size() > 0) {
            throw BuiltinError.operand(1, what + " request parameters(s): " + keys);
        }
    }

    private Value run() throws IOException, InterruptedException {
        boolean redirect = RegoBoolean.TRUE.equals(request.get("enable_redirect"));
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout())
                        .followRedirects(
                                redirect ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                        .build()) {
            HttpResponse<InputStream> response =
                    client.send(httpRequest(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(response, body.readNBytes(MAX_BODY));
            }
        }
    }

    private HttpRequest httpRequest() {
        if (!(request.get("url") instanceof RegoString url)
                || !(request.get("method") instanceof RegoString method)) {
            throw BuiltinError.operand(1, "must have strings as url and method");
        }
        try {
            HttpRequest.Builder builder =
                    HttpRequest.newBuilder(URI.create(url.value()))
                            .timeout(timeout())
                            .method(
                                    method.value().toUpperCase(Locale.ROOT),
                                    BodyPublishers.ofString(body()));
            if (request.get("headers") instanceof RegoObject headers) {
                headers.forEach((name, value) ->
                        builder.header(Formatting.bare(name), Formatting.bare(value)));
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw BuiltinError.of(String.valueOf(e.getMessage()));
        }
    }

    private String body() {
        Value body = request.get("body");
        if (body != null) {
            return JsonWriter.COMPACT.write(body);
        }
        return request.get("raw_body") instanceof RegoString raw ? raw.value() : "";
    }

    private Duration timeout() {
        Value timeout = request.get("timeout");
        if (timeout instanceof RegoNumber nanos && nanos.isLong() && nanos.longValue() > 0) {
            return Duration.ofNanos(nanos.longValue());
        }
        if (timeout instanceof RegoString text) {
            return Duration.ofNanos(Math.max(1, GoDuration.parse(text.value())));
        }
        return TIMEOUT;
    }

    private RegoObject answer(HttpResponse<?> response, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String type = response.headers().firstValue("content-type").orElse("");
        boolean json =
                type.contains("json") || RegoBoolean.TRUE.equals(request.get("force_json_decode"));
        RegoObject.Builder headers = RegoObject.builder();
        response.headers()
                .map()
                .forEach((name, values) ->
                        headers.put(
                                name.toLowerCase(Locale.ROOT),
                                RegoArray.of(values.stream().map(RegoString::of).toList())));
        return RegoObject.builder()
                .put("status", RegoString.of(Integer.toString(response.statusCode())))
                .put("status_code", RegoNumber.of(response.statusCode()))
                .put("body", json ? decoded(text) : RegoNull.NULL)
                .put("raw_body", RegoString.of(text))
                .put("headers", headers.build())
                .build();
    }

    private static Value decoded(String text) {
        try {
            return JsonReader.standard().read(text);
        } catch (JsonProblem e) {
            return RegoNull.NULL;
        }
    }

    private Value failure(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (RegoBoolean.FALSE.equals(request.get("raise_error"))) {
            return RegoObject.builder()
                    .put("status_code", RegoNumber.ZERO)
                    .put(
                            "error",
                            RegoObject.builder()
                                    .put("code", RegoString.of("eval_http_send_network_error"))
                                    .put("message", RegoString.of(message))
                                    .build())
                    .build();
        }
        throw BuiltinError.of(message);
    }
}
