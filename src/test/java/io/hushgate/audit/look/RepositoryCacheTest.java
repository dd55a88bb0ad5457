package io.hushgate.audit.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hushgate.audit.inventory.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryCacheTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PersonIdent ANN = new PersonIdent("Ann Author", "ann@example.com");

    @TempDir private Path directory;

    @BeforeEach
    void readNoSettingsOfThisMachine() {
        BareSystem.install();
    }

    private Git origin() throws Exception {
        Path origin = directory.resolve("origin");
        if (Files.exists(origin)) {
            return Git.open(origin.toFile());
        }
        return Git.init().setDirectory(origin.toFile()).setInitialBranch("trunk").call();
    }

    private void commit(String file, String text) throws Exception {
        try (Git git = origin()) {
            Files.writeString(git.getRepository().getWorkTree().toPath().resolve(file), text);
            git.add().addFilepattern(".").call();
            git.commit().setMessage(file).setAuthor(ANN).setCommitter(ANN).call();
        }
    }

    private Path refreshed(URI url, Optional<Place.Login> login, Map<String, String> environment) {
        return new RepositoryCache(directory.resolve("cache"), environment)
                .refreshed(new Place.Repository(url, login), PATIENCE);
    }

    private Path refreshed() {
        return refreshed(directory.resolve("origin").toUri(), Optional.empty(), Map.of());
    }

    @Test
    void bringsTheFilesUpToDate() throws Exception {
        commit("a.txt", "one\n");
        Path clone = refreshed();
        assertThat(clone.resolve("a.txt")).hasContent("one\n");
        commit("b.txt", "two\n");
        try (Git git = origin()) {
            git.rm().addFilepattern("a.txt").call();
            git.commit().setMessage("rm").setAuthor(ANN).setCommitter(ANN).call();
            git.branchCreate().setName("other").call();
        }
        assertThat(refreshed()).isEqualTo(clone);
        assertThat(clone.resolve("a.txt")).doesNotExist();
        assertThat(clone.resolve("b.txt")).hasContent("two\n");
        assertThat(branches(clone)).containsExactly("refs/heads/other", "refs/heads/trunk");
        try (Git git = origin()) {
            git.branchDelete().setBranchNames("other").setForce(true).call();
        }
        refreshed();
        assertThat(branches(clone)).containsExactly("refs/heads/trunk");
    }

    private static List<String> branches(Path clone) throws Exception {
        try (Git git = Git.open(clone.toFile())) {
            return git.branchList().call().stream().map(Ref::getName).toList();
        }
    }

    @Test
    void mendsWhatAKilledProcessLeft() throws Exception {
        commit("a.txt", "one\n");
        Path clone = refreshed();
        commit("a.txt", "two\n");
        Files.createFile(clone.resolve(".git/index.lock"));
        Files.createFile(clone.resolve(".git/HEAD.lock"));
        Files.delete(clone.resolve(".git/hushgate-work-tree"));
        Files.writeString(clone.resolve("left-over.txt"), "half");
        refreshed();
        assertThat(clone.resolve("a.txt")).hasContent("two\n");
        assertThat(clone.resolve("left-over.txt")).doesNotExist();

        Files.writeString(clone.resolve(".git/config"), "[core\nnonsense");
        refreshed();
        assertThat(clone.resolve("a.txt")).hasContent("two\n");
        Files.delete(clone.resolve(".git/config"));
        refreshed();
        assertThat(clone.resolve("a.txt")).hasContent("two\n");
    }

    @Test
    void linksBecomePlainFilesAndNothingRuns() throws Exception {
        commit("a.txt", "one\n");
        commit(".gitattributes", "* filter=evil\n");
        try (Git git = origin()) {
            Files.createSymbolicLink(
                    git.getRepository().getWorkTree().toPath().resolve("link"),
                    Path.of("/etc/passwd"));
            git.add().addFilepattern(".").call();
            git.commit().setMessage("link").setAuthor(ANN).setCommitter(ANN).call();
        }
        Path link = refreshed().resolve("link");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(link).hasContent("/etc/passwd");
    }

    @Test
    void anEmptyRepositoryIsNoFailure() throws Exception {
        origin().close();
        assertThat(refreshed()).isDirectoryNotContaining("glob:**.txt");
    }

    @Test
    void namesTheVariablesOfCredentialsAndNeverTheirValues() throws Exception {
        commit("a.txt", "one\n");
        HttpServer server = serve();
        try {
            URI url = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            Optional<Place.Login> login =
                    Optional.of(new Place.Login(Optional.of("USER_NAME"), "TOKEN"));
            assertThat(refreshed(url, login, Map.of("USER_NAME", "ann", "TOKEN", "s3cret")))
                    .isDirectoryContaining("glob:**/a.txt");
            assertThatThrownBy(() ->
                            refreshed(url, login, Map.of("USER_NAME", "ann", "TOKEN", "wr0ng")))
                    .isInstanceOf(RepositoryProblem.class)
                    .hasMessageContaining("it cannot be fetched")
                    .hasMessageContaining("check the URL, the network and the variables")
                    .hasMessageNotContaining("wr0ng");
            assertThatThrownBy(() -> refreshed(url, login, Map.of()))
                    .isInstanceOf(RepositoryProblem.class)
                    .hasMessage(
                            "the variable USER_NAME: it is not set; set it to what the server asks for,"
                                    + " or take it out of the inventory");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void credentialsGoToTheNamedServerAlone() throws Exception {
        Login login = new Login("git.example.com", "ann", "s3cret");
        CredentialItem.Username user = new CredentialItem.Username();
        CredentialItem.Password password = new CredentialItem.Password();
        assertThat(login.get(new URIish("https://evil.example.com/a"), user, password)).isFalse();
        assertThat(user.getValue()).isNull();
        assertThat(login.get(new URIish("https://GIT.example.com/a"), user, password)).isTrue();
        assertThat(user.getValue()).isEqualTo("ann");
        assertThat(login).hasToString("Login");
    }

    /** The files of the repository, as the protocol that git calls dumb wants them. */
    private HttpServer serve() throws IOException {
        Path git = directory.resolve("origin/.git");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, git))
                .setAuthenticator(
                        new BasicAuthenticator("git") {
                            @Override
                            public boolean checkCredentials(String user, String password) {
                                return user.equals("ann") && password.equals("s3cret");
                            }
                        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Path git) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            Path file = git.resolve(name);
            byte[] body;
            if (name.equals("info/refs")) {
                String head = Files.readString(git.resolve("refs/heads/trunk")).strip();
                body = (head + "\trefs/heads/trunk\n").getBytes(UTF_8);
            } else if (Files.isRegularFile(file)) {
                body = Files.readAllBytes(file);
            } else {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
