package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hushgate.cli.Program.Result;
import io.hushgate.rules.sample.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --verify} asks services on loopback: one in the clear, one over TLS. */
class VerifyCommandTest {
    private static final String LIVE = Sample.githubToken("live");
    private static final String DEAD = Sample.githubToken("dead");
    private static final String GITLAB = Template.parse("glpat-${b64u:20}").render("verify");
    private static final char[] STORE = "of a test".toCharArray();

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer github;
    private HttpsServer gitlab;

    @TempDir private Path directory;

    @BeforeEach
    void start() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        github = HttpServer.create(anyPort, 0);
        github.createContext("/", exchange -> answer(exchange, "Authorization", LIVE));
        github.start();
        SelfSigned own = SelfSigned.named("gitlab");
        gitlab = HttpsServer.create(anyPort, 0);
        gitlab.setHttpsConfigurator(new HttpsConfigurator(context(own)));
        gitlab.createContext("/", exchange -> answer(exchange, "PRIVATE-TOKEN", GITLAB));
        gitlab.start();
        try (OutputStream out = Files.newOutputStream(directory.resolve("trust.p12"))) {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("gitlab", own.certificate());
            trust.store(out, STORE);
        }
        Files.createDirectory(directory.resolve("tree"));
        Files.writeString(
                directory.resolve("tree/app.env"),
                "GITHUB=%s\nOLD=%s\nGITLAB=%s\n".formatted(LIVE, DEAD, GITLAB));
    }

    @AfterEach
    void stop() {
        github.stop(0);
        gitlab.stop(0);
    }

    private void answer(HttpExchange exchange, String header, String live) throws IOException {
        String sent = exchange.getRequestHeaders().getFirst(header);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        boolean accepted = sent != null && sent.endsWith(live);
        exchange.sendResponseHeaders(accepted ? 200 : 401, -1);
        exchange.close();
    }

    private static SSLContext context(SelfSigned own) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own.trusting(own), new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void tellsWhatIsAcceptedAndWhatIsNot() {
        Map<String, String> trusting =
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=\"%s\""
                                .formatted(directory.resolve("trust.p12"), new String(STORE)));
        Result result = scan(trusting);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(grades(result)).containsExactlyInAnyOrder("inactive", "verified", "verified");
        assertThat(result.out()).doesNotContain("VERIFY-UNKNOWN");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "GET /user", "GET /user", "GET /api/v4/personal_access_tokens/self");
        for (String value : List.of(LIVE, DEAD, GITLAB)) {
            assertThat(result.out() + result.err()).doesNotContain(value);
        }
    }

    @Test
    void aServiceThatIsNotTrustedIsNotAsked() {
        Result result = scan(Map.of());
        assertThat(grades(result))
                .filteredOn(grade -> grade.equals("verified") || grade.equals("inactive"))
                .containsExactlyInAnyOrder("inactive", "verified");
        assertThat(result.out()).contains("VERIFY-UNKNOWN");
        assertThat(asked).containsExactly("GET /user", "GET /user");
    }

    private Result scan(Map<String, String> environment) {
        return Program.run(
                directory,
                environment,
                new byte[0],
                "scan",
                "tree",
                "--format",
                "json",
                "--verify",
                "api.github.com=http://127.0.0.1:" + github.getAddress().getPort(),
                "--verify",
                "gitlab.com=https://127.0.0.1:" + gitlab.getAddress().getPort());
    }

    private static List<String> grades(Result result) {
        return Pattern.compile("\"grade\" : \"([a-z-]+)\"")
                .matcher(result.out())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
