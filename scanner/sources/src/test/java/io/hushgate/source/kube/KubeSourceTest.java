package io.hushgate.source.kube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import io.hushgate.source.server.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of our own, with answers in the form that the API's documents show. */
class KubeSourceTest {
    private static final String TOKEN = "test-" + "token";

    @TempDir private Path directory;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int refusal = 404;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("/api/v1/serviceaccounts?limit=500", list("ServiceAccount", "", "web"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String list(String kind, String more, String name) {
        return """
        {"kind": "%sList", "apiVersion": "v1",
         "metadata": {"resourceVersion": "7", "continue": "%s"},
         "items": [{"metadata": {"name": "%s", "namespace": "shop"}}]}
        """
                .formatted(kind, more, name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        String body = answers.get(path);
        boolean known =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = !known ? 401 : body == null ? refusal : 200;
        byte[] bytes = status == 200 && body != null ? body.getBytes(UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Coverage read(KubeLogin login, List<String> into) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return KubeSource.of(new KubeTarget(address, Optional.empty(), login))
                .read(
                        Workers.ONE,
                        () ->
                                (artifact, _) -> {
                                    Artifact.InMemory one = (Artifact.InMemory) artifact;
                                    into.add(
                                            one.address().text().replaceAll(":\\d+/", "/")
                                                    + " "
                                                    + new String(one.bytes(), UTF_8));
                                });
    }

    private static KubeLogin token(String text) {
        return new KubeLogin.Token(Credential.of(text.getBytes(UTF_8)));
    }

    @Test
    void followsPagesAndNeverAsksForWhatHoldsValues() {
        answers.put("/api/v1/serviceaccounts?limit=500", list("ServiceAccount", "a/b=", "web"));
        answers.put(
                "/api/v1/serviceaccounts?limit=500&continue=a%2Fb%3D",
                list("ServiceAccount", "", "job"));
        List<String> read = new ArrayList<>();

        Coverage coverage = read(token(TOKEN + "\n"), read);

        assertThat(coverage.isComplete()).isTrue();
        assertThat(read).hasSize(2);
        assertThat(read.getFirst()).startsWith("kube://127.0.0.1/api/v1/serviceaccounts.json {");
        assertThat(read.getLast()).startsWith("kube://127.0.0.1/api/v1/serviceaccounts-2.json {");
        assertThat(read.toString()).doesNotContain(TOKEN);
        assertThat(asked)
                .allMatch(one -> one.startsWith("GET /api"))
                .noneMatch(one -> one.contains("/secrets?") || one.contains("/configmaps?"))
                .contains(
                        "GET /apis/external-secrets.io/v1/externalsecrets?limit=500",
                        "GET /apis/external-secrets.io/v1beta1/externalsecrets?limit=500");
    }

    @Test
    void whatMayNotBeListedIsInTheCoverage() {
        refusal = 403;

        Coverage coverage = read(token(TOKEN), new ArrayList<>());

        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.skipped())
                .anySatisfy(skip -> {
                    assertThat(skip.address()).endsWith("/clusterroles.json");
                    assertThat(skip.detail()).startsWith("permission denied");
                });
    }

    @Test
    void aTokenInAFileIsReadWhenItIsNeeded() throws IOException {
        Path file = directory.resolve("token");
        KubeLogin login = new KubeLogin.TokenFile(file);
        Files.writeString(file, TOKEN);

        assertThat(read(login, new ArrayList<>()).isComplete()).isTrue();
    }

    @Test
    void saysWhatToDoWithoutShowingTheToken() {
        assertThatThrownBy(() -> read(token("wrong-one"), new ArrayList<>()))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("does not accept the login of the kubeconfig; get a new")
                .hasMessageNotContaining("wrong-one");
        assertThatThrownBy(() -> read(token("two\nlines"), new ArrayList<>()))
                .hasMessage("the token of the kubeconfig: it is no token; get a new one");
        assertThatThrownBy(() ->
                        read(new KubeLogin.TokenFile(directory.resolve("none")), new ArrayList<>()))
                .hasMessageContaining("the token cannot be read from it");
    }

    @Test
    void refusesPlainHttpToOtherMachines() {
        URI address = URI.create("http://cluster.example:8080");

        assertThatThrownBy(() -> new KubeTarget(address, Optional.empty(), new KubeLogin.Nobody()))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("plain HTTP would show everything");
    }

    @Test
    void aServerThatDoesNotAnswerIsOneLine() {
        server.stop(0);

        assertThatThrownBy(() -> read(token(TOKEN), new ArrayList<>()))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("the server does not answer");
    }

    @Test
    void aPageThatIsNoListHasNoNextOne() {
        assertThat(ListPage.more("[]".getBytes(UTF_8))).isEmpty();
        assertThat(ListPage.more("{\"metadata\": {\"cont".getBytes(UTF_8))).isEmpty();
        assertThat(ListPage.more("{\"a\": [1], \"metadata\": {\"continue\": 7}}".getBytes(UTF_8)))
                .isEmpty();
    }
}
