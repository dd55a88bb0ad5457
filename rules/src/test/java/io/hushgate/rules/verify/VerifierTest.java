package io.hushgate.rules.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.hushgate.core.Address;
import io.hushgate.core.Confidence;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.Grade;
import io.hushgate.core.Region;
import io.hushgate.core.Secret;
import io.hushgate.core.Span;
import io.hushgate.core.match.Detection;
import io.hushgate.rules.Catalogue;
import io.hushgate.rules.RuleEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The requests that the shipped rules declare, against a server on loopback that knows one value.
 */
class VerifierTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    String headers = exchange.getRequestHeaders().toString();
                    asked.add(exchange.getRequestMethod() + " " + path);
                    boolean live = headers.contains("live-value") || headers.contains("AKIDLIVE");
                    boolean slack = path.startsWith("/api/auth.test");
                    int refused = path.startsWith("/v1/auth") || path.equals("/") ? 403 : 401;
                    byte[] body = ("{\"ok\":" + live + "}").getBytes(UTF_8);
                    if (headers.contains("moved-value")) {
                        exchange.getResponseHeaders().add("Location", "http://127.0.0.1/secret");
                        exchange.sendResponseHeaders(302, -1);
                    } else if (headers.contains("odd-value")) {
                        exchange.sendResponseHeaders(500, -1);
                    } else {
                        exchange.sendResponseHeaders(live || slack ? 200 : refused, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Hosts here(String... hosts) {
        Hosts all = new Hosts();
        for (String host : hosts) {
            all.allow(host + "=http://127.0.0.1:" + server.getAddress().getPort());
        }
        return all;
    }

    private static Map<String, Verification> shipped() {
        Map<String, Verification> all = new HashMap<>();
        for (RuleEntry entry : Catalogue.shipped().entries()) {
            entry.verification().ifPresent(how -> all.put(entry.rule().id().text(), how));
        }
        return all;
    }

    private static Detection detection(String rule, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        RuleEntry entry =
                Catalogue.shipped().entries().stream()
                        .filter(one -> one.rule().id().text().equals(rule))
                        .findFirst()
                        .orElseThrow();
        return new Detection(
                entry.rule(),
                new Address.File("a.env"),
                new Span(0, bytes.length),
                Region.at(1, 1),
                Secret.copyOf(bytes, 0, bytes.length),
                Grade.FORMAT,
                entry.rule().severity(),
                Confidence.HIGH,
                "");
    }

    private static Collection<Answer> ask(Hosts hosts, Detection... detections) {
        FingerprintKey key = FingerprintKey.of(new byte[FingerprintKey.BYTES]);
        try (Verifier verifier = new Verifier(shipped(), hosts, key, NOON, Duration.ZERO)) {
            for (Detection detection : detections) {
                verifier.note(detection);
                detection.discard();
            }
            return verifier.ask().values();
        }
    }

    private void tells(String rule, String host, String request) {
        assertThat(ask(here(host), detection(rule, "live-value"))).containsExactly(Answer.VERIFIED);
        assertThat(ask(here(host), detection(rule, "dead-value"))).containsExactly(Answer.INACTIVE);
        assertThat(asked).containsOnly(request);
        asked.clear();
    }

    @Test
    void everyServiceTellsLiveFromDead() {
        tells("github-pat", "api.github.com", "GET /user");
        tells("gitlab-pat", "gitlab.com", "GET /api/v4/personal_access_tokens/self");
        tells("slack-bot-token", "slack.com", "POST /api/auth.test");
        tells("vault-service-token", "vault", "GET /v1/auth/token/lookup-self");
        tells("npm-access-token", "registry.npmjs.org", "GET /-/whoami");
        tells("docker-config-auth", "docker-registry", "GET /v2/");
    }

    @Test
    void awsNeedsTheIdOfTheKey() {
        Hosts hosts = here("sts.amazonaws.com");
        assertThat(ask(hosts, detection("aws-secret-access-key", "some-secret")))
                .containsExactly(Answer.UNKNOWN);
        assertThat(asked).isEmpty();
        assertThat(
                        ask(
                                hosts,
                                detection("aws-secret-access-key", "some-secret"),
                                detection("aws-access-key-id", "AKIDLIVE")))
                .containsExactly(Answer.VERIFIED);
        assertThat(asked).containsExactly("GET /");
    }

    @Test
    void nobodyIsAskedWhoIsNotAllowed() {
        assertThat(ask(here("gitlab.com"), detection("github-pat", "live-value")))
                .containsExactly(Answer.UNKNOWN);
        assertThat(asked).isEmpty();
    }

    @Test
    void aValueIsAskedAboutOnce() {
        Detection[] same = {
            detection("github-pat", "live-value"), detection("github-pat", "live-value")
        };
        assertThat(ask(here("api.github.com"), same)).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void redirectsAreNotFollowedAndOtherAnswersSayNothing() {
        Hosts hosts = here("api.github.com");
        assertThat(ask(hosts, detection("github-pat", "moved-value")))
                .containsExactly(Answer.UNKNOWN);
        assertThat(ask(hosts, detection("github-pat", "odd-value")))
                .containsExactly(Answer.UNKNOWN);
        assertThat(ask(hosts, detection("github-pat", "a\nvalue"))).containsExactly(Answer.UNKNOWN);
        assertThat(asked).hasSize(2);
    }

    @Test
    void hostsThatLeadIntoAPrivateNetworkAreRefused() {
        Hosts hosts = new Hosts().allow("localhost").allow("127.0.0.1");
        assertThat(hosts.permit(java.net.URI.create("https://localhost/x"))).isEmpty();
        assertThat(hosts.permit(java.net.URI.create("https://127.0.0.1/x"))).isEmpty();
        for (String wrong : List.of("a b", "x=ftp://y", "x=nothing")) {
            assertThatThrownBy(() -> new Hosts().allow(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
