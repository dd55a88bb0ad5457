package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.cli.Program.Result;
import io.hushgate.report.store.Access;
import io.hushgate.report.store.Store;
import io.hushgate.report.store.StoreAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final String SECRET = Sample.githubToken("audit");

    @TempDir private Path directory;

    private Result audit(String... arguments) {
        return Program.run(
                directory,
                Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void inventory(String text) throws IOException {
        Files.writeString(directory.resolve("inventory.yaml"), text);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String firstLine(Result result) {
        return result.err().lines().findFirst().orElse("");
    }

    @Test
    void followsTargetsThroughRuns() throws Exception {
        write("shop/deploy/app.env", "A=1\nTOKEN=" + SECRET + "\n");
        write("shop/.github/CODEOWNERS", "* @everybody\n/deploy/ @team-shop\n");
        write("vault/app.hcl", "path \"sys/policies/acl/*\" {\n  capabilities = [\"update\"]\n}\n");
        write("logs/build.log", "$ curl -H 'Authorization: token " + SECRET + "'\n");
        inventory(
                """
                name: all
                targets:
                  - {name: shop, path: shop}
                  - {name: rights, vault: vault, owner: team-platform}
                  - {name: builds, logs: logs}
                """);
        Result first = audit("run", "inventory.yaml", "--at", "2026-01-01T00:00:00Z");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(1);
        assertThat(first.out())
                .contains(
                        "run 1 of all, 2026-01-01T00:00:00Z: 3 of 3 targets looked at",
                        "new       critical github-pat  shop  deploy/app.env:2:7  live  since 2026-01-01  @team-shop",
                        "github-pat  builds  ",
                        "VLT-POL-PRIVESC  rights  app.hcl:1:7")
                .containsPattern("chain head [0-9a-f]{64}\n");
        assertThat(first.err()).contains("/3] shop: 1 seen");

        write("shop/deploy/app.env", "A=1\nTOKEN=" + Sample.githubToken("other") + "\n");
        Result second = audit("run", "inventory.yaml", "-q", "--at", "2026-01-03T12:00:00Z");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out())
                .contains("fixed     critical github-pat  shop  deploy/app.env:2:7  gone")
                .contains("1 new, 0 reopened, ")
                .contains("1 fixed");
        assertThat(second.err()).isEmpty();

        Result history = audit("history", "--issues");
        assertThat(history.out())
                .contains("run 1  2026-01-01T00:00:00Z  3 of 3 targets whole")
                .contains("1 of 1 contained credentials were replaced (100 %); 3 were live")
                .contains("time to contain   median 2 d 12 h");
        assertThat(audit("history", "--json", "--run", "1").out())
                .startsWith("{\"schema\":\"hushgate-audit/1\",\"runs\":[{\"run\":1,")
                .contains("\"owners\":[\"@team-shop\"]");

        Result page = audit("report", "--from", "2026-01-01", "-f", "html=audit.html");
        assertThat(page.exitCode()).as(page.err()).isZero();
        assertThat(directory.resolve("audit.html")).content().contains("shop", "@team-shop");

        holdsNoSecret();
        changesAreFound(first.out().strip().replaceAll("(?s).* ", ""));
    }

    private void holdsNoSecret() throws IOException {
        List<String> spellings =
                List.of(
                        SECRET,
                        SECRET.substring(8),
                        Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)),
                        HexFormat.of().formatHex(SECRET.getBytes(UTF_8)));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                assertThat(spellings).as(file.toString()).noneMatch(bytes::contains);
            }
        }
    }

    private void changesAreFound(String head) throws SQLException {
        assertThat(audit("verify", "--expect", head).exitCode()).isZero();
        execute("update item set body = replace(body, '\"critical\"', '\"low\"')");
        Result changed = audit("verify", "--expect", head);
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).containsPattern("item [0-9a-f]{64} was changed");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("hushgate-audit.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aTargetThatFailsStopsNoOther() throws Exception {
        write("good/app.env", "TOKEN=" + SECRET + "\n");
        write("bad/hushgate.yaml", "fail-onn: high\n");
        String role =
                "---\nkind: Role\napiVersion: rbac.authorization.k8s.io/v1\nmetadata: {name: a}\n";
        write("large/roles.yaml", role.repeat(80_000));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> trickle(slow));
            inventory(
                    """
                    defaults: {time: 5m}
                    targets:
                      - path: absent
                      - {name: silent, repository: 'http://127.0.0.1:%d/a.git', time: 2s}
                      - {name: slow, repository: 'http://127.0.0.1:%d/a.git', time: 2s}
                      - name: locked
                        repository: https://git.example.com/a.git
                        credentials: {token-variable: NO_SUCH_VARIABLE}
                      - {path: large, memory: 32m}
                      - path: bad
                      - {name: fine, path: good}
                    """
                            .formatted(silent.getLocalPort(), slow.getLocalPort()));
            Result result = audit("run", "inventory.yaml", "--jobs", "4");
            assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
            assertThat(result.out())
                    .contains("1 of 7 targets looked at")
                    .containsPattern("absent: unreachable, .*there is no such file or directory")
                    .containsPattern("silent: (unreachable, .*it cannot be fetched|limit-time, )")
                    .contains("slow: limit-time, it took longer than 2 seconds")
                    .contains("locked: unreachable, the variable NO_SUCH_VARIABLE: it is not set")
                    .contains("large: limit-memory, it needs more than 32 MB")
                    .containsPattern("bad: unusable, .*did you mean fail-on")
                    .contains("github-pat  fine  app.env:1:7");
        }
    }

    /** Sends one byte after the other for ever: no silence that a socket's timeout could end. */
    private static void trickle(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // the other end is gone
        }
    }

    @Test
    void saysInOneLineWhatIsWrong() throws Exception {
        inventory("targets:\n  - path: x\n    histroy: true\n");
        Result unknown = audit("run", "inventory.yaml");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(firstLine(unknown))
                .isEqualTo(
                        "hushgate: inventory.yaml:3: unknown setting histroy; did you mean history?");
        assertThat(directory.resolve("hushgate-audit.db")).doesNotExist();

        assertThat(firstLine(audit("history"))).contains("run `hushgate audit run`");
        inventory("targets:\n  - path: x\n");
        assertThat(firstLine(audit("run", "inventory.yaml", "--store", "no/such/place.db")))
                .contains("check that its directory exists and is writable");

        Path file = directory.resolve("hushgate-audit.db");
        try (Store held = Store.open(StoreAddress.parse(file.toString()), Access.WRITE, Map.of())) {
            Result locked = audit("run", "inventory.yaml");
            assertThat(held).isNotNull();
            assertThat(locked.exitCode()).isEqualTo(2);
            assertThat(firstLine(locked))
                    .contains("another audit is writing to this store (process ")
                    .contains("wait until it ends, or name another --store");
        }
        execute("insert into hushgate_schema (version) values (99)");
        Result newer = audit("verify");
        assertThat(newer.exitCode()).isEqualTo(2);
        assertThat(firstLine(newer)).contains("schema 99", "use the newer Hushgate");
    }
}
