package io.hushgate.source.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of our own, with answers in the form that Vault's API documents show. */
class VaultSourceTest {
    private static final String TOKEN = "test-" + "token";

    @TempDir private Path directory;

    private HttpServer server;
    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private String accepted = TOKEN;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("sys/policies/acl?list", "{\"data\":{\"keys\":[\"root\",\"shop\"]}}");
        answers.put(
                "sys/policies/acl/shop",
                "{\"request_id\":\"1\",\"data\":{\"name\":\"shop\",\"policy\":\"path \\\"a\\\" {}\"}}");
        answers.put(
                "sys/mounts",
                "{\"data\":{\"secret/\":{\"type\":\"kv\",\"options\":{\"version\":\"2\"}}}}");
        answers.put("sys/audit", "{\"data\":{}}");
        answers.put(
                "sys/auth",
                "{\"data\":{\"k8s/\":{\"type\":\"kubernetes\",\"accessor\":\"x\"},\"token/\":{\"type\":\"token\"}}}");
        answers.put("auth/k8s/role?list", "{\"data\":{\"keys\":[\"web\"]}}");
        answers.put("auth/k8s/role/web", "{\"data\":{\"token_policies\":[\"shop\"]}}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String list = "list=true".equals(exchange.getRequestURI().getQuery()) ? "?list" : "";
        String path = exchange.getRequestURI().getPath().substring("/v1/".length()) + list;
        asked.add(exchange.getRequestMethod() + " " + path);
        boolean login = path.endsWith("/login");
        String token = exchange.getRequestHeaders().getFirst("X-Vault-Token");
        String body = answers.get(path);
        int status = !login && !accepted.equals(token) ? 403 : body == null ? 404 : 200;
        if ("403".equals(body)) {
            status = 403;
        }
        byte[] bytes = status == 200 && body != null ? body.getBytes(UTF_8) : new byte[0];
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private VaultTarget target(VaultLogin login) {
        return VaultTarget.of(
                "http://127.0.0.1:" + server.getAddress().getPort(), "", Optional.empty(), login);
    }

    private Coverage read(VaultLogin login, Map<String, String> environment, List<String> into) {
        return VaultSource.of(target(login), environment)
                .read(
                        Workers.ONE,
                        () ->
                                (artifact, _) -> {
                                    Artifact.InMemory one = (Artifact.InMemory) artifact;
                                    into.add(
                                            one.address().text()
                                                    + " "
                                                    + new String(one.bytes(), UTF_8));
                                });
    }

    @Test
    void readsPoliciesMethodsRolesAndMountsAndNothingElse() {
        List<String> read = new ArrayList<>();

        Coverage coverage =
                read(
                        new VaultLogin.FromEnvironment("VAULT_TOKEN"),
                        Map.of("VAULT_TOKEN", TOKEN + "\n"),
                        read);

        assertThat(coverage.isComplete()).isTrue();
        assertThat(asked)
                .containsExactly(
                        "GET sys/policies/acl?list",
                        "GET sys/policies/acl/shop",
                        "GET sys/mounts",
                        "GET sys/audit",
                        "GET sys/auth",
                        "GET auth/k8s/config",
                        "GET auth/k8s/role?list",
                        "GET auth/k8s/role/web",
                        "GET auth/token/roles?list");
        assertThat(read).hasSize(5);
        assertThat(read.getLast())
                .startsWith("vault://127.0.0.1:")
                .contains(
                        "/v1/auth/k8s/role/web.json {\"vault_answer\": {\"path\": \"auth/k8s/role/web\"");
        assertThat(read.toString()).doesNotContain(TOKEN);
    }

    @Test
    void whatTheTokenMayNotSeeIsInTheCoverage() {
        answers.put("sys/audit", "403");
        answers.put("auth/k8s/role?list", "403");

        Coverage coverage =
                read(new VaultLogin.FromEnvironment("T"), Map.of("T", TOKEN), new ArrayList<>());

        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.skipped())
                .extracting(skip -> skip.address().replaceAll(":\\d+/", "/"))
                .containsExactly(
                        "vault://127.0.0.1/v1/auth/k8s/role.json",
                        "vault://127.0.0.1/v1/sys/audit.json");
    }

    @Test
    void logsInByTheKubernetesMethod() throws IOException {
        Path jwt = Files.writeString(directory.resolve("jwt"), "header.claims.signature\n");
        accepted = "issued";
        answers.put(
                "auth/k8s/login", "{\"auth\":{\"client_token\":\"issued\",\"policies\":[\"x\"]}}");

        Coverage coverage =
                read(new VaultLogin.Kubernetes("k8s", "reader", jwt), Map.of(), new ArrayList<>());

        assertThat(coverage.isComplete()).isTrue();
        assertThat(asked.getFirst()).isEqualTo("POST auth/k8s/login");
        assertThat(asked.stream().skip(1)).allMatch(one -> one.startsWith("GET "));
    }

    @Test
    void saysWhatToDoWithoutShowingTheToken() throws IOException {
        Path jwt = Files.writeString(directory.resolve("jwt"), "a.b.c");

        assertThatThrownBy(() ->
                        read(
                                new VaultLogin.FromEnvironment("T"),
                                Map.of("T", "wrong-one"),
                                new ArrayList<>()))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining(
                        "the token is not valid, or may see nothing that is asked for; let it read")
                .hasMessageNotContaining("wrong-one");
        assertThatThrownBy(() ->
                        read(new VaultLogin.FromEnvironment("T"), Map.of(), new ArrayList<>()))
                .hasMessage("the variable T: it holds no token; set it to a token");
        assertThatThrownBy(() ->
                        read(
                                new VaultLogin.Kubernetes("k8s", "no", jwt),
                                Map.of(),
                                new ArrayList<>()))
                .hasMessageContaining("the login by role no was refused (status 404)");
        assertThatThrownBy(() ->
                        read(
                                new VaultLogin.FromFile(directory.resolve("none")),
                                Map.of(),
                                new ArrayList<>()))
                .hasMessageContaining("the token cannot be read from it");
    }

    @Test
    void refusesPlainHttpToOtherMachinesAndPasswordsInAddresses() {
        VaultLogin login = new VaultLogin.FromEnvironment("T");

        assertThatThrownBy(() ->
                        VaultTarget.of("http://vault.example:8200", "", Optional.empty(), login))
                .hasMessageContaining("plain HTTP would show the token");
        assertThatThrownBy(() ->
                        VaultTarget.of("https://u:p@vault.example", "", Optional.empty(), login))
                .isInstanceOf(SourceProblem.class)
                .hasMessageNotContaining("u:p");
        assertThatThrownBy(() -> VaultTarget.of("vault", "", Optional.empty(), login))
                .isInstanceOf(SourceProblem.class);
        assertThatThrownBy(() -> VaultTarget.of("::", "", Optional.empty(), login))
                .isInstanceOf(SourceProblem.class);
    }

    @Test
    void aServerThatDoesNotAnswerIsOneLine() {
        server.stop(0);

        assertThatThrownBy(() ->
                        read(
                                new VaultLogin.FromEnvironment("T"),
                                Map.of("T", TOKEN),
                                new ArrayList<>()))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("the server does not answer");
    }
}
