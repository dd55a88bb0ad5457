package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Limits;
import io.hushgate.source.Collected;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.archive.Made;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    @TempDir private Path directory;
    private final byte[] layer = Made.gzip(Layout.layer("a", "alpha", "large", noise()));
    private final Layout layout = new Layout();
    private final String manifest =
            layout.image(
                    Layout.config("linux/amd64", List.of(layer), "\"Env\":[\"A=b\"]"),
                    List.of(layer),
                    "",
                    "");

    private static String noise() {
        byte[] bytes = new byte[6_000];
        new Random(7).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private Registry start() throws IOException {
        return Registry.start(layout.blobs(), manifest);
    }

    private static Collected pull(String reference, Map<String, String> environment) {
        return pull(reference, environment, Patience.DEFAULT);
    }

    private static Collected pull(
            String reference, Map<String, String> environment, Patience patience) {
        long deadline = System.nanoTime() + Limits.DEFAULT.timeout().toNanos();
        return Collected.of(
                ImageSource.registry(
                        reference,
                        environment,
                        new ImageSource.Options(
                                Optional.empty(),
                                Set.of(),
                                Limits.DEFAULT,
                                deadline,
                                Optional.empty()),
                        patience));
    }

    /** So little that whoever says nothing is given up at once; nobody else is asked with it. */
    private static Patience none() {
        Duration moment = Duration.ofMillis(50);
        return new Patience(Duration.ofSeconds(60), moment, moment, moment);
    }

    @Test
    void aRegistryThatNeverAnswersIsGivenUp() throws IOException {
        try (Registry registry = start().isSilent("/manifests/", false)) {
            assertThatThrownBy(() -> pull(registry.host() + "/app", Map.of(), none()))
                    .isInstanceOf(SourceProblem.class)
                    .hasMessageContaining("also when asked 4 times");
        }
    }

    /** What is late depends on the machine: the beginning of an answer, or its rest. */
    @Test
    void aRegistryThatBeginsAnAnswerAndNeverEndsItIsGivenUp() throws IOException {
        try (Registry registry = start().isSilent("/manifests/", true)) {
            assertThatThrownBy(() -> pull(registry.host() + "/app", Map.of(), none()))
                    .isInstanceOf(SourceProblem.class)
                    .hasMessageMatching("(?s).*(gives nothing for|also when asked).*");
        }
    }

    @Test
    void aBodyThatGivesNothingIsGivenUpAndOneThatDoesIsReadToItsEnd() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream silent =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        try {
                            closed.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new IOException("closed");
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };
        try (InputStream body = WatchedBody.ofBlob(silent, "host", none())) {
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOf(RegistryProblem.class)
                    .hasMessageContaining("host answers and then gives nothing");
        }
        InputStream whole = new ByteArrayInputStream(new byte[100_000]);
        try (InputStream body = WatchedBody.ofDocument(whole, "host", Patience.DEFAULT)) {
            assertThat(body.readAllBytes()).hasSize(100_000);
        }
    }

    private void assertWhole(Collected collected) {
        assertThat(collected.skipped()).isEmpty();
        assertThat(collected.texts())
                .containsEntry(Digest.sha256(layer).text() + "!a", "alpha")
                .containsValue("A=b\n");
    }

    @Test
    void anImageIsPulledByTagAndByDigest() throws IOException {
        try (Registry registry = start()) {
            assertWhole(pull(registry.host() + "/team/app", Map.of()));
            assertWhole(pull(registry.host() + "/team/app@" + manifest, Map.of()));
        }
    }

    @Test
    void aTokenIsHadForTheLoginOfTheConfiguration() throws IOException {
        String basic = Base64.getEncoder().encodeToString("me:pass".getBytes(UTF_8));
        try (Registry registry = start().wantsToken(basic)) {
            String auths =
                    "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), basic);
            assertWhole(pull(registry.host() + "/app", Map.of("DOCKER_AUTH_CONFIG", auths)));
            Files.writeString(directory.resolve("config.json"), auths);
            assertWhole(
                    pull(registry.host() + "/app", Map.of("DOCKER_CONFIG", directory.toString())));
            assertThatThrownBy(() -> pull(registry.host() + "/app", Map.of()))
                    .isInstanceOf(SourceProblem.class)
                    .hasMessageContaining("another login");
            assertThatThrownBy(() ->
                            pull(
                                    registry.host() + "/app",
                                    Map.of("DOCKER_AUTH_CONFIG", "{\"credsStore\":\"desktop\"}")))
                    .hasMessageContaining("helper, which is never started");
        }
    }

    @Test
    void whatMayPassIsTriedAgain() throws IOException {
        try (Registry registry = start().fails(429, 2).fails(500, 1)) {
            assertWhole(pull(registry.host() + "/app", Map.of()));
        }
        try (Registry registry = start().fails(503, 100)) {
            assertThatThrownBy(() -> pull(registry.host() + "/app", Map.of()))
                    .isInstanceOf(SourceProblem.class)
                    .hasMessageContaining("answers 503, also when asked 4 times");
        }
    }

    @Test
    void aBlobThatBreaksOffIsResumed() throws IOException {
        try (Registry registry = start().cuts()) {
            assertWhole(pull(registry.host() + "/app", Map.of()));
        }
    }

    @Test
    void theLoginStaysWithTheRegistry() throws IOException {
        String basic = Base64.getEncoder().encodeToString("me:pass".getBytes(UTF_8));
        try (Registry store = start();
                Registry registry = start().wantsToken(basic).redirectsTo(store)) {
            String auths =
                    "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), basic);
            assertWhole(pull(registry.host() + "/app", Map.of("DOCKER_AUTH_CONFIG", auths)));
            assertThat(store.asked()).isNotEmpty().noneMatch(asked -> asked.contains(" B"));
        }
    }

    @Test
    void whatTheRegistryDoesNotHaveIsNamed() throws IOException {
        layout.blobs().remove(Digest.sha256(layer).text());
        try (Registry registry = start()) {
            assertThat(pull(registry.host() + "/app", Map.of()).skipped())
                    .containsExactly(Digest.sha256(layer) + "! UNREADABLE");
            assertThatThrownBy(() -> pull(registry.host() + "/app:none", Map.of()))
                    .hasMessageContaining("there is no such image");
        }
    }

    @Test
    void shortNamesAreThoseOfDockerHub() {
        assertThat(Reference.parse("nginx"))
                .isEqualTo(new Reference("registry-1.docker.io", "library/nginx", "latest"));
        assertThat(Reference.parse("docker.io/team/app:1.0"))
                .isEqualTo(new Reference("registry-1.docker.io", "team/app", "1.0"));
        assertThat(Reference.parse("localhost:5000/a/b@sha256:" + "0".repeat(64)))
                .isEqualTo(new Reference("localhost:5000", "a/b", "sha256:" + "0".repeat(64)));
        assertThatThrownBy(() -> Reference.parse("NOT AN IMAGE"))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("no name of an image");
    }
}
