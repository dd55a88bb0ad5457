package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code access} on the estate of Harness's guide to HashiCorp Vault. */
class AccessCommandTest {
    @TempDir private Path estate;

    @BeforeEach
    void write() throws IOException {
        HarnessEstate.write(estate);
    }

    private Result access(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "access";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Program.run(estate, all);
    }

    @Test
    void tellsWhoReachesWhatAndHow() {
        Result result = access();

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        """
                        4 service accounts: harness/chaos-linux-ifs-sa, harness/harness-default, harness/ng-manager, harness/old-service
                          read  secret/data/harness/*      role kubernetes/harness > policy harness-runtime  (vault/harness-runtime-policy.hcl:1)
                        """)
                .contains(
                        "service account harness/chaos-linux-ifc-sa\n",
                        "any pod of harness by pods/exec > workload harness/Deployment/gateway > runs as harness/harness-default > role kubernetes/harness > policy harness-runtime");
    }

    @Test
    void everyStepOfAWayHasItsPlace() {
        Result result =
                access(
                        "-v",
                        "--from",
                        "harness/chaos-linux-ifc-sa",
                        "--to",
                        "secret/data/harness/db");

        assertThat(result.out())
                .contains(
                        "runs commands in any pod of harness by pods/exec  k8s/chaos.yaml:7",
                        "logs in to Vault role kubernetes/harness  vault/setup.sh:7",
                        "grants path secret/data/harness/db by read on secret/data/harness/*  vault/harness-runtime-policy.hcl:1");
    }

    @Test
    void whatKubectlPrintedIsJoinedWithTheFiles(@TempDir Path dump) throws IOException {
        Files.writeString(
                dump.resolve("cluster.json"),
                """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"apiVersion": "v1", "kind": "ServiceAccount",
                   "metadata": {"name": "old-service", "namespace": "harness"}}]}
                """);

        assertThat(access("--granted-vs-used", "--kube", dump.toString()).out())
                .doesNotContain("binds service account old-service");
    }

    @Test
    void onlyTheGeneratorMayWrite() {
        Result result = access("--to", "secret/data/harness/db", "--may", "update");

        assertThat(result.out())
                .startsWith("token made at vault/setup.sh:3\n")
                .endsWith("1 reach of 1 subject, 0 by becoming somebody else\n");
    }

    @Test
    void holdsGrantsAgainstUse() {
        Result result = access("--granted-vs-used");

        assertThat(result.out())
                .contains(
                        "  missing    read database/creds/harness-mongo-role  by loader/mongo via harness-loader helm/override.yaml:13  (no rule)\n",
                        "  missing    read database/creds/harness-redis-role",
                        "  unused     read secret/data/payments/*  vault/harness-runtime-policy.hcl:9 (policy harness-runtime)\n",
                        "binds service account old-service, which is not among the 10 that are known");
    }

    @Test
    void writesTheLeastPolicyThatDoes() throws IOException {
        Result result = access("--minimal-policy", "--policy-directory", "least");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Files.readString(estate.resolve("least/kubernetes-harness.hcl")))
                .contains(
                        """
                        # used by loader/mongo via harness-loader helm/override.yaml:13
                        path "database/creds/harness-mongo-role" {
                          capabilities = ["read"]
                        }
                        """)
                .contains("path \"secret/data/harness/ng-manager/env-secrets\" {")
                .doesNotContain("*");
    }

    @Test
    void anAuditLogThatIsCutOffIsReadToWhereItEnds() throws IOException {
        String line =
                "{\"type\":\"request\",\"time\":\"2026-01-01T00:00:00Z\",\"auth\":{\"metadata\":{\"role\":\"harness\"}},"
                        + "\"request\":{\"operation\":\"read\",\"path\":\"secret/data/payments/card\"}}\n";
        Files.writeString(estate.resolve("audit.log"), line + line.substring(0, 40));

        Result result = access("--granted-vs-used", "--audit-log", "audit.log");

        assertThat(result.out()).doesNotContain("unused     read secret/data/payments");
        assertThat(result.err()).contains("audit.log:2: 1 line is cut off or no JSON");
    }

    @Test
    void drawsAndWritesJson() throws IOException {
        assertThat(access("-f", "svg=who.svg").exitCode()).isZero();
        assertThat(Files.readString(estate.resolve("who.svg")))
                .startsWith("<svg xmlns=")
                .endsWith("</svg>\n");
        assertThat(access("-f", "dot").out()).startsWith("digraph access {");
        assertThat(access("-f", "json").out()).contains("\"schema\": \"hushgate.access/1\"");
        assertThat(access("-f", "json").out()).isEqualTo(access("-f", "json").out());
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(access("--may", "raed").err()).contains("--may raed: no capability of Vault");
        assertThat(access("--may", "raed").exitCode()).isEqualTo(2);
        assertThat(access("-f", "png").err()).contains("use one of table, json, dot, svg");
        assertThat(access("--audit-log", "x").err())
                .contains("--audit-log needs --granted-vs-used");
        assertThat(access("--vault-role", "x").err()).contains("need --vault");
        assertThat(access("--vault", "http://vault.example:8200").err())
                .contains("plain HTTP would show the token");
    }

    @Test
    void asksAServerAndJoinsItWithFiles() throws IOException {
        Map<String, String> answers =
                Map.of(
                        "/v1/sys/policies/acl?list=true", "{\"data\":{\"keys\":[\"live\"]}}",
                        "/v1/sys/policies/acl/live",
                                "{\"data\":{\"name\":\"live\",\"policy\":\"path \\\"secret/data/live\\\" { capabilities = [\\\"read\\\"] }\"}}",
                        "/v1/sys/auth", "{\"data\":{\"k8s/\":{\"type\":\"kubernetes\"}}}",
                        "/v1/sys/mounts", "{\"data\":{\"secret/\":{\"type\":\"kv\"}}}",
                        "/v1/sys/audit",
                                "{\"data\":{\"file/\":{\"type\":\"file\",\"options\":{\"file_path\":\"stdout\"}}}}",
                        "/v1/auth/k8s/role?list=true", "{\"data\":{\"keys\":[\"web\"]}}",
                        "/v1/auth/k8s/role/web",
                                "{\"data\":{\"bound_service_account_names\":[\"ng-manager\"],\"bound_service_account_namespaces\":[\"harness\"],\"token_policies\":[\"live\"]}}");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body =
                            answers.getOrDefault(exchange.getRequestURI().toString(), "")
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(
                            body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            String secret = "not-" + "shown";
            Result result =
                    Program.run(
                            estate,
                            Map.of("VAULT_TOKEN", secret),
                            new byte[0],
                            "access",
                            "k8s",
                            "--vault",
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                            "--to",
                            "secret/data/live");

            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains(
                            "service account harness/ng-manager",
                            "role k8s/web > policy live",
                            "/v1/sys/policies/acl/live.json:2")
                    .doesNotContain(secret);
        } finally {
            server.stop(0);
        }
    }
}
