package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster over TLS, by a kubeconfig, through the command line. */
class KubeAccessTest {
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/api/v1/serviceaccounts?limit=500",
                    """
                    {"kind": "ServiceAccountList", "apiVersion": "v1", "metadata": {},
                     "items": [{"metadata": {"name": "reader", "namespace": "shop"}}]}
                    """,
                    "/apis/rbac.authorization.k8s.io/v1/clusterroles?limit=500",
                    """
                    {"kind": "ClusterRoleList", "apiVersion": "rbac.authorization.k8s.io/v1",
                     "metadata": {}, "items": [{"metadata": {"name": "all-secrets"},
                     "rules": [{"verbs": ["get"], "apiGroups": [""], "resources": ["secrets"]}]}]}
                    """,
                    "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings?limit=500",
                    """
                    {"kind": "ClusterRoleBindingList", "apiVersion": "rbac.authorization.k8s.io/v1",
                     "metadata": {}, "items": [{"metadata": {"name": "reader"},
                     "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "all-secrets"},
                     "subjects": [{"kind": "ServiceAccount", "name": "reader", "namespace": "shop"}]}]}
                    """);

    @TempDir private Path directory;

    private SelfSigned own;
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        own = SelfSigned.named("admin");
        SelfSigned cluster = SelfSigned.named("cluster");
        KeyStore store = cluster.trusting(own);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = context.getDefaultSSLParameters();
                        tls.setNeedClientAuth(true);
                        parameters.setSSLParameters(tls);
                    }
                });
        server.createContext("/", KubeAccessTest::answer);
        server.start();
        Files.writeString(directory.resolve("ca.crt"), cluster.certificatePem());
        Files.writeString(directory.resolve("own.key"), own.keyPem());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = ANSWERS.getOrDefault(exchange.getRequestURI().toString(), "").getBytes(UTF_8);
        exchange.sendResponseHeaders(
                body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Result access(String cluster, String user) throws IOException {
        Files.writeString(
                directory.resolve("config"),
                """
                apiVersion: v1
                kind: Config
                current-context: other
                clusters:
                  - name: live
                    cluster:
                      server: https://127.0.0.1:%d
                %s
                users:
                  - name: admin
                    user:
                %s
                contexts:
                  - name: live
                    context: {cluster: live, user: admin}
                """
                        .formatted(
                                server.getAddress().getPort(), cluster.indent(6), user.indent(6)));
        return Program.run(
                directory, "access", "--kube-config", "config", "--kube-context", "live");
    }

    private String certificate() {
        return "client-certificate-data: %s\nclient-key: own.key\n"
                .formatted(
                        Base64.getEncoder().encodeToString(own.certificatePem().getBytes(UTF_8)));
    }

    @Test
    void asksAClusterByAClientCertificate() throws IOException {
        Result result = access("certificate-authority: ca.crt", certificate());

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("service account shop/reader", "any Secret", "kube://");
    }

    @Test
    void trustsNobodyWhomTheKubeconfigDoesNotName() throws IOException {
        Result result = access("", certificate());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the server does not answer");
    }

    @Test
    void runsNoPlugin() throws IOException {
        Result result = access("", "exec: {command: touch, args: [made]}");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("users.admin.exec is not followed; no program is run", "tokenFile");
        assertThat(directory.resolve("made")).doesNotExist();
    }
}
