package io.hushgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program against a real server of OpenBao on this machine, in development mode. Skipped
 * unless {@code -Dopenbao.binary} names its program.
 */
class OpenBaoAccessTest {
    private static final String ROOT = "dev-" + "only-root";

    /** Starting takes two seconds; under load much longer. */
    private static final int MOST_TRIES = 300;

    @TempDir private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private Process server;
    private String address = "";

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path binary = Path.of(System.getProperty("openbao.binary", "no-openbao"));
        assumeTrue(Files.isExecutable(binary), "openbao.binary");
        Path trail = directory.resolve("trail.log");
        Path audit =
                Files.writeString(
                        directory.resolve("audit.hcl"),
                        "audit \"file\" \"trail\" { options { file_path = \"%s\" } }\n"
                                .formatted(trail));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        address = "http://127.0.0.1:" + port;
        server =
                new ProcessBuilder(
                                binary.toString(),
                                "server",
                                "-dev",
                                "-dev-no-store-token",
                                "-dev-root-token-id=" + ROOT,
                                "-dev-listen-address=127.0.0.1:" + port,
                                "-config=" + audit)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("server.log").toFile())
                        .start();
        for (int i = 0; i < MOST_TRIES && !isReady(); i++) {
            assumeTrue(server.isAlive(), "a port for OpenBao");
            Thread.sleep(200);
        }
        policies();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return ask("GET", "sys/health", "").contains("\"sealed\":false");
        } catch (IOException e) {
            return false;
        }
    }

    private void policies() throws IOException, InterruptedException {
        policy("shop", "path \\\"kv2/data/shop/*\\\" { capabilities = [\\\"read\\\"] }");
        policy(
                "reader",
                "path \\\"sys/policies/acl\\\" { capabilities = [\\\"list\\\"] }"
                        + " path \\\"sys/policies/acl/*\\\" { capabilities = [\\\"read\\\"] }");
        ask("POST", "sys/mounts/kv2", "{\"type\":\"kv\",\"options\":{\"version\":\"2\"}}");
        for (String method : new String[] {"kubernetes", "approle", "jwt"}) {
            ask("POST", "sys/auth/" + method, "{\"type\":\"%s\"}".formatted(method));
        }
        ask(
                "POST",
                "auth/kubernetes/role/shop",
                "{\"bound_service_account_names\":[\"web\"],\"bound_service_account_namespaces\":[\"shop\"],"
                        + "\"token_policies\":[\"shop\"],\"token_no_default_policy\":true}");
        ask(
                "POST",
                "auth/approle/role/ci",
                "{\"token_policies\":[\"shop\"],\"token_no_default_policy\":true}");
        ask(
                "POST",
                "auth/jwt/role/build",
                "{\"role_type\":\"jwt\",\"bound_audiences\":[\"ci\"],\"user_claim\":\"sub\","
                        + "\"bound_subject\":\"repo:shop\",\"token_policies\":[\"shop\"],\"token_no_default_policy\":true}");
    }

    private void policy(String name, String hcl) throws IOException, InterruptedException {
        ask("POST", "sys/policies/acl/" + name, "{\"policy\":\"%s\"}".formatted(hcl));
    }

    private String ask(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
                        .header("X-Vault-Token", ROOT)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private Program.Result access(String token, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "access";
        arguments[1] = "--vault";
        arguments[2] = address;
        System.arraycopy(more, 0, arguments, 3, more.length);
        arguments[arguments.length - 1] = directory.resolve("audit.hcl").toString();
        return Program.run(directory, Map.of("VAULT_TOKEN", token), new byte[0], arguments);
    }

    @Test
    void readsPoliciesMethodsRolesMountsAndAuditDevices() throws IOException {
        Program.Result told = access(ROOT, "--dialect", "openbao", "--to", "kv2/data/shop/db");

        assertThat(told.err()).isEmpty();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .contains("service account shop/web")
                .contains("approle/ci, jwt/build")
                .contains("role kubernetes/shop > policy shop")
                .doesNotContain(ROOT);

        Path trail = directory.resolve("trail.log");
        Program.Result judged =
                Program.run(directory, "scan", "--audit-log", trail.toString(), "audit.hcl");

        assertThat(Files.readString(trail)).contains("hmac-sha256:");
        assertThat(judged.out()).doesNotContain("VLT-AUDIT-RAW");
        assertThat(judged.exitCode()).isZero();
    }

    @Test
    void namesWhatATokenMayNotSee() throws IOException, InterruptedException {
        String made = ask("POST", "auth/token/create", "{\"policies\":[\"reader\"]}");
        Matcher token = Pattern.compile("\"client_token\":\"([^\"]+)\"").matcher(made);
        assertThat(token.find()).isTrue();

        Program.Result told = access(token.group(1));

        assertThat(told.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(told.err())
                .contains("/v1/sys/auth.json: permission denied; let the token read and list it")
                .contains("/v1/sys/mounts.json: permission denied");
    }

    @Test
    void refusesAWrongTokenASealedServerAndOneThatIsGone()
            throws IOException, InterruptedException {
        Program.Result wrong = access("no-" + "such-token");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("the token is not valid, or may see nothing");

        ask("PUT", "sys/seal", "");
        Program.Result sealed = access(ROOT);
        assertThat(sealed.exitCode()).isEqualTo(2);
        assertThat(sealed.err()).contains("the server is sealed").contains("unseal it");

        server.destroy();
        server.waitFor();
        Program.Result gone = access(ROOT);
        assertThat(gone.exitCode()).isEqualTo(2);
        assertThat(gone.err()).contains("the server does not answer").doesNotContain(ROOT);
    }
}
