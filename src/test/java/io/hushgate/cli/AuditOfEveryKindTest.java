package io.hushgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.hushgate.cli.Program.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One audit of a target of every kind, into a store on a PostgreSQL server where Debian's {@code
 * pg_virtualenv} can make one, and into SQLite elsewhere.
 */
class AuditOfEveryKindTest {
    @TempDir private Path directory;

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String leak(String name) {
        return "TOKEN=" + Sample.githubToken(name) + "\n";
    }

    @Test
    void looksAtAllAndReportsAndVerifies() throws Exception {
        write("tree/app.env", leak("tree"));
        write("logs/build.log", "$ export " + leak("log"));
        makeAnImage();
        makeAnEstate();
        makeARepository();
        HttpServer server = serve(directory.resolve("origin.git"));
        try {
            write("inventory.yaml", inventory(server.getAddress().getPort()));
            write("audit.sh", SCRIPT);
            boolean shared = runTheScript();
            if (shared) {
                assertThat(directory.resolve("rows.txt")).content().isEqualTo("1\n");
                assertThat(directory.resolve("hushgate-audit.db")).doesNotExist();
            }
        } finally {
            server.stop(0);
        }
        assertThat(directory.resolve("run.txt"))
                .content()
                .contains(
                        "5 of 5 targets looked at",
                        "github-pat  tree  app.env:1:7",
                        "github-pat  clone  ",
                        "github-pat  image  ",
                        "github-pat  builds  ",
                        "VLT-POL-PRIVESC  rights  ");
        assertThat(directory.resolve("audit.html"))
                .content()
                .contains("Who reaches which secret", "deployer");
        assertThat(directory.resolve("verify.txt")).content().contains("as the runs left them");
    }

    /** Tells whether the store was on a server. */
    private boolean runTheScript() {
        boolean server =
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "pg_virtualenv")));
        if (server) {
            Result result = Program.shell(directory, "pg_virtualenv -t sh audit.sh");
            if (Files.exists(directory.resolve("started"))) {
                assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
                return true;
            }
        }
        Result result = Program.shell(directory, "sh audit.sh");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return false;
    }

    private static final String SCRIPT =
            """
            set -e
            touch started
            if [ -n "${PGPORT:-}" ]; then
                export HUSHGATE_STORE="jdbc:postgresql://127.0.0.1:$PGPORT/postgres"
                export HUSHGATE_STORE_USER="$PGUSER" HUSHGATE_STORE_PASSWORD="$PGPASSWORD"
            fi
            export GIT_NAME=ann GIT_WORD=open-sesame
            hushgate audit run inventory.yaml -q --at 2026-01-01T00:00:00Z >run.txt || [ $? -eq 1 ]
            hushgate audit report -f html=audit.html
            hushgate audit verify >verify.txt
            if [ -n "${PGPORT:-}" ]; then
                psql -d postgres -Atc 'select count(*) from run' >rows.txt
            fi
            """;

    private static String inventory(int port) {
        return """
        fingerprint-key-file: key
        targets:
          - {name: tree, path: tree}
          - name: clone
            repository: http://127.0.0.1:%d/
            credentials: {user-variable: GIT_NAME, token-variable: GIT_WORD}
          - {name: image, image: app.tar}
          - {name: builds, logs: logs}
          - {name: rights, vault: vault, kubernetes: cluster}
        """
                .formatted(port);
    }

    /** By other hands than ours. */
    private void makeAnImage() throws Exception {
        write("key", "5a".repeat(32) + "\n");
        write("in-image.env", leak("image"));
        Jib.fromScratch()
                .addLayer(List.of(directory.resolve("in-image.env")), AbsoluteUnixPath.get("/app"))
                .containerize(
                        Containerizer.to(
                                        TarImage.at(directory.resolve("app.tar"))
                                                .named("registry.example.com/app:1"))
                                .setApplicationLayersCache(directory.resolve("layers"))
                                .setBaseImageLayersCache(directory.resolve("base"))
                                .setOfflineMode(true));
    }

    private void makeAnEstate() throws IOException {
        write("vault/app.hcl", "path \"sys/policies/acl/*\" {\n  capabilities = [\"update\"]\n}\n");
        write(
                "cluster/all.yaml",
                """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: deployer, namespace: shop}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: database, namespace: shop}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader, namespace: shop}
                rules:
                  - {apiGroups: [''], resources: [secrets], verbs: [get, list]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: reader, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects:
                  - {kind: ServiceAccount, name: deployer, namespace: shop}
                """);
    }

    /** With a leak that a later commit took away. */
    private void makeARepository() throws IOException {
        Path work = Files.createDirectory(directory.resolve("work"));
        Program.git(work, "init", "-q", "-b", "main");
        write("work/app.env", leak("history"));
        Program.git(work, "add", ".");
        Program.git(work, "commit", "-q", "-m", "first");
        write("work/app.env", "TOKEN=\n");
        Program.git(work, "commit", "-q", "-a", "-m", "second");
        Program.git(directory, "clone", "-q", "--bare", "work", "origin.git");
        Program.git(directory.resolve("origin.git"), "update-server-info");
    }

    /** What git calls the dumb protocol: plain files, to those who know the word. */
    private static HttpServer serve(Path files) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SimpleFileServer.createFileHandler(files.toAbsolutePath()))
                .setAuthenticator(
                        new BasicAuthenticator("git", UTF_8) {
                            @Override
                            public boolean checkCredentials(String user, String password) {
                                return user.equals("ann") && password.equals("open-sesame");
                            }
                        });
        server.start();
        return server;
    }
}
