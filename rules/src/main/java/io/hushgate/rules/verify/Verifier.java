package io.hushgate.rules.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushgate.core.Address;
import io.hushgate.core.Fingerprint;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Secret;
import io.hushgate.core.match.Detection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the values of a run that a rule says how to verify, and asks about each once, one after the
 * other and not faster than a rate. Follows no redirect, reads no more than it needs of an answer,
 * and wipes the values when it is closed. Thread-safe for noting.
 */
public final class Verifier implements AutoCloseable {
    /** Two questions a second hurt no service; a thousand values take eight minutes. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_VALUES = 1000;

    private final Map<String, Verification> byRule;
    private final Hosts hosts;
    private final FingerprintKey key;
    private final Clock clock;
    private final Duration pause;
    private final Map<Fingerprint, Value> values = new TreeMap<>();
    private final Map<Address, Map<Integer, String>> keyIds = new HashMap<>();

    private record Value(Verification how, Secret secret, Address address, int line) {}

    /**
     * Prepares; asks nobody yet.
     *
     * @param byRule how to verify what a rule finds, by its id
     * @param key by which values are told, that of the run's findings
     */
    public Verifier(
            Map<String, Verification> byRule, Hosts hosts, FingerprintKey key, Clock clock) {
        this(byRule, hosts, key, clock, PAUSE);
    }

    Verifier(
            Map<String, Verification> byRule,
            Hosts hosts,
            FingerprintKey key,
            Clock clock,
            Duration pause) {
        this.byRule = Map.copyOf(byRule);
        this.hosts = hosts;
        this.key = key;
        this.clock = clock;
        this.pause = pause;
    }

    /** Keeps a copy of a value that can be verified. */
    public void note(Detection detection) {
        String rule = detection.rule().id().text();
        Verification how = byRule.get(rule);
        boolean isKeyId =
                byRule.values().stream()
                        .anyMatch(one -> one.signedWith().filter(rule::equals).isPresent());
        if (how == null && !isKeyId) {
            return;
        }
        Fingerprint fingerprint = key.of(detection.secret());
        int line = detection.region().startLine();
        synchronized (values) {
            if (isKeyId) {
                // An id of a key is no secret: AWS writes it into its own logs.
                keyIds.computeIfAbsent(detection.address(), _ -> new TreeMap<>())
                        .put(line, detection.secret().read(bytes -> new String(bytes, UTF_8)));
            }
            if (how != null && values.size() < MOST_VALUES && !values.containsKey(fingerprint)) {
                Secret copy =
                        detection.secret().read(bytes -> Secret.copyOf(bytes, 0, bytes.length));
                values.put(fingerprint, new Value(how, copy, detection.address(), line));
            }
        }
    }

    /** Asks about every value, once; takes as long as the services and the pause between. */
    public Map<Fingerprint, Answer> ask() {
        Map<Fingerprint, Answer> answers = new TreeMap<>();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(TIMEOUT)
                        .build()) {
            for (Map.Entry<Fingerprint, Value> entry : values.entrySet()) {
                answers.put(entry.getKey(), ask(client, entry.getValue()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers;
    }

    private Answer ask(HttpClient client, Value value) throws InterruptedException {
        Verification how = value.how;
        Optional<URI> permitted = hosts.permit(URI.create(how.url()));
        Optional<String> keyId = how.signedWith().flatMap(_ -> nearestKeyId(value));
        if (permitted.isEmpty() || (how.signedWith().isPresent() && keyId.isEmpty())) {
            return Answer.UNKNOWN;
        }
        Thread.sleep(pause);
        try {
            HttpRequest request = request(value, permitted.get(), keyId);
            HttpResponse<java.io.InputStream> response =
                    client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                String text = new String(body.readNBytes(MOST_TEXT), UTF_8);
                return how.answer(response.statusCode(), text);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Answer.UNKNOWN; // nobody answered, or the value is none that a header can hold
        }
    }

    private HttpRequest request(Value value, URI uri, Optional<String> keyId) {
        Verification how = value.how;
        return value.secret.read(bytes -> {
            String secret = new String(bytes, UTF_8);
            String body = how.body().replace(Verification.SECRET, secret);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri)
                            .timeout(TIMEOUT)
                            .header("User-Agent", "hushgate")
                            .method(
                                    how.method(),
                                    body.isEmpty()
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(body));
            how.headers()
                    .forEach((name, header) ->
                            request.header(name, header.replace(Verification.SECRET, secret)));
            keyId.ifPresent(id -> {
                URI known = URI.create(how.url());
                AwsSignature.STS
                        .headers(
                                how.method(),
                                known,
                                known.getHost(),
                                body,
                                id,
                                bytes,
                                clock.instant())
                        .forEach(request::header);
            });
            return request.build();
        });
    }

    private Optional<String> nearestKeyId(Value value) {
        return keyIds.getOrDefault(value.address, Map.of()).entrySet().stream()
                .min((a, b) ->
                        Integer.compare(
                                Math.abs(a.getKey() - value.line),
                                Math.abs(b.getKey() - value.line)))
                .map(Map.Entry::getValue);
    }

    /** Wipes the values. */
    @Override
    public void close() {
        values.values().forEach(value -> value.secret.close());
        values.clear();
        keyIds.clear();
    }
}
