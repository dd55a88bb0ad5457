package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Address;
import io.hushgate.core.Coverage;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import io.hushgate.source.archive.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerMemoryTest {
    private static final byte[] BASE =
            Layout.layer("base/a", "a", "base/key", "LEAK one", "x", "x");
    private static final byte[] MIDDLE = Layout.layer("middle/b", "b", ".wh.x", "");
    private static final byte[] TOP = Layout.layer("top/c", "c");
    private static final FingerprintKey KEY = FingerprintKey.of(new byte[32]);
    @TempDir private Path directory;

    /** What one run looked at, and what it said. */
    private record Run(
            Set<String> looked, Coverage coverage, List<LayerPlace> placesOfX, Set<String> found) {}

    private Path cache() {
        return directory.resolve("cache");
    }

    private Run run(ImageSourceMaker maker) {
        return run(maker, KEY, "question");
    }

    /** Makes a source with a memory. */
    private interface ImageSourceMaker {
        ImageSource with(ImageSource.Options options);
    }

    private Run run(ImageSourceMaker maker, FingerprintKey key, String question) {
        Set<String> looked = new ConcurrentSkipListSet<>();
        Set<String> found = new ConcurrentSkipListSet<>();
        LayerMemory memory =
                LayerMemory.in(
                        cache(), key, question, (log, tell) -> looking(looked, found, log, tell));
        long deadline = System.nanoTime() + Limits.DEFAULT.timeout().toNanos();
        ImageSource source =
                maker.with(
                        new ImageSource.Options(
                                Optional.empty(),
                                Set.of(),
                                Limits.DEFAULT,
                                deadline,
                                Optional.of(memory)));
        Coverage coverage = source.read(new Workers(2), () -> (_, _) -> {});
        String base = Digest.sha256(BASE).text();
        return new Run(
                looked,
                coverage,
                source.places(List.of()).of(new Address.InLayer(base, "x")),
                found);
    }

    /** Finds what begins with a word, and does not care for what else is called {@code odd}. */
    private static ArtifactConsumer looking(
            Set<String> looked, Set<String> found, CoverageLog log, Consumer<String> tell) {
        return (artifact, _) -> {
            String path = artifact.address().path();
            byte[] piece = new byte[1_000];
            int length =
                    Math.max(
                            0,
                            ((io.hushgate.core.Artifact.Streamed) artifact)
                                    .read(piece, 0, piece.length));
            looked.add(path);
            if (new String(piece, 0, length, UTF_8).startsWith("LEAK")) {
                found.add(artifact.address().text());
                tell.accept(path);
            }
            if (path.startsWith("odd")) {
                log.skip(artifact.address(), Reason.valueOf(path.substring(4)), "odd");
            }
        };
    }

    private Path layout(byte[]... layers) throws IOException {
        Layout layout = new Layout();
        List<byte[]> all = List.of(layers);
        layout.image(Layout.config("linux/amd64", all, ""), all, "", "linux/amd64");
        Path path = directory.resolve("layout" + layers.length);
        return layout.write(path);
    }

    private Run runLayout(Path path) {
        return run(options -> ImageSource.layout(path, "app", options));
    }

    @Test
    void layersThatWereSeenAreReadOnlyWhereSomethingWasFound() throws IOException {
        Run first = runLayout(layout(BASE, MIDDLE));
        assertThat(first.looked()).containsExactly("base/a", "base/key", "middle/b", "x");
        Run second = runLayout(layout(BASE, MIDDLE, TOP));
        assertThat(second.looked()).containsExactly("base/key", "top/c");
        assertThat(second.found()).isEqualTo(first.found()).hasSize(1);
        assertThat(second.placesOfX())
                .singleElement()
                .satisfies(place -> assertThat(place.hidden()).isTrue());
        assertThat(second.coverage().artifacts()).isEqualTo(first.coverage().artifacts() + 1);
        assertThat(runLayout(layout(BASE, MIDDLE)).coverage()).isEqualTo(first.coverage());
    }

    @Test
    void aLayerIsKnownInWhateverFormItComes() throws IOException {
        runLayout(layout(BASE, MIDDLE));
        String config = Layout.config("linux/amd64", List.of(BASE, MIDDLE), "");
        Path archive =
                Layout.writeDockerArchive(
                        directory.resolve("a.tar"), "a:1", config, List.of(BASE, MIDDLE));
        Run saved = run(options -> ImageSource.archive(archive, "a.tar", options));
        assertThat(saved.looked()).containsExactly("base/key");
        Layout packed = new Layout();
        packed.image(
                config, List.of(Made.gzip(BASE), Made.packed("zstd", MIDDLE)), "", "linux/amd64");
        Path path = packed.write(directory.resolve("packed"));
        assertThat(runLayout(path).looked()).containsExactly("base/key");
        assertThat(runLayout(path).looked()).containsExactly("base/key");
    }

    @Test
    void aRegistryIsNotAskedForLayersThatAreKnown() throws IOException {
        Layout layout = new Layout();
        String manifest =
                layout.image(
                        Layout.config("linux/amd64", List.of(MIDDLE, TOP), ""),
                        List.of(MIDDLE, TOP),
                        "",
                        "linux/amd64");
        try (Registry registry = Registry.start(layout.blobs(), manifest)) {
            String reference = registry.host() + "/app";
            ImageSourceMaker maker = options -> ImageSource.registry(reference, Map.of(), options);
            Run first = run(maker);
            assertThat(first.looked()).containsExactly("middle/b", "top/c");
            registry.asked().clear();
            Run second = run(maker);
            assertThat(second.looked()).isEmpty();
            assertThat(second.coverage()).isEqualTo(first.coverage());
            assertThat(registry.asked())
                    .noneMatch(asked -> asked.contains(Digest.sha256(TOP).text()));
        }
    }

    @Test
    void whatAnImageClaimsIsNotBelieved() throws IOException {
        runLayout(layout(MIDDLE, TOP));
        byte[] other = Layout.layer("top/c", "LEAK hidden behind another's name");
        Layout lying = new Layout();
        lying.image(
                Layout.config("linux/amd64", List.of(TOP), ""), List.of(other), "", "linux/amd64");
        Path path = lying.write(directory.resolve("lying"));
        assertThat(runLayout(path).found()).hasSize(1);
        assertThat(runLayout(path).found()).hasSize(1);
        String config = Layout.config("linux/amd64", List.of(TOP), "");
        Path archive =
                Layout.writeDockerArchive(
                        directory.resolve("l.tar"), "a:1", config, List.of(other));
        Run saved = run(options -> ImageSource.archive(archive, "l.tar", options));
        assertThat(saved.found()).hasSize(1);
        assertThat(saved.coverage().skipped())
                .singleElement()
                .satisfies(skip -> assertThat(skip.reason()).isEqualTo(Reason.CORRUPT));
    }

    @Test
    void aLayerThatWasDamagedSinceIsReadAndNamed() throws IOException {
        Path path = layout(MIDDLE, TOP);
        runLayout(path);
        byte[] damaged = TOP.clone();
        damaged[600] ^= 1;
        Files.write(path.resolve("blobs/sha256").resolve(Digest.sha256(TOP).hex()), damaged);
        Run second = runLayout(path);
        assertThat(second.looked()).containsExactly("top/c");
        assertThat(second.coverage().skipped())
                .singleElement()
                .satisfies(skip -> assertThat(skip.reason()).isEqualTo(Reason.CORRUPT));
    }

    @Test
    void anotherQuestionOrAnotherKeyBeginsWithNothing() throws IOException {
        Path path = layout(MIDDLE, TOP);
        ImageSourceMaker maker = options -> ImageSource.layout(path, "app", options);
        runLayout(path);
        FingerprintKey other =
                FingerprintKey.of("another key of thirty-two bytes!".getBytes(UTF_8));
        assertThat(run(maker, KEY, "other").looked()).hasSize(2);
        assertThat(run(maker, other, "question").looked()).hasSize(2);
        assertThat(run(maker, KEY, "question").looked()).isEmpty();
    }

    @Test
    void whatIsDamagedCutOffOrUnderAnotherNameIsAsGoodAsNone() throws IOException {
        Path path = layout(MIDDLE, TOP);
        runLayout(path);
        List<Path> kept = kept();
        assertThat(kept).hasSize(4);
        for (Path file : kept) {
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i += 7) {
                byte[] damaged = sound.clone();
                damaged[i] ^= 0x10;
                Files.write(file, damaged);
                KeptFiles files = new KeptFiles(cache(), KEY, 1 << 20);
                assertThat(files.read("unpacked " + Digest.sha256(TOP)))
                        .satisfiesAnyOf(
                                text -> assertThat(text).isEmpty(),
                                text ->
                                        assertThat(text.orElseThrow())
                                                .isEqualTo(
                                                        Digest.sha256(TOP).text().getBytes(UTF_8)));
            }
            Files.write(file, new byte[0]);
        }
        assertThat(runLayout(path).looked()).hasSize(2);
        assertThat(runLayout(path).looked()).isEmpty();
        kept = kept();
        for (int i = 0; i < kept.size(); i++) {
            Files.move(kept.get(i), directory.resolve("moved" + i));
        }
        for (int i = 0; i < kept.size(); i++) {
            Files.move(directory.resolve("moved" + i), kept.get((i + 1) % kept.size()));
        }
        assertThat(runLayout(path).looked()).hasSize(2);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatTheNextRunMightSeeIsNotKept() throws IOException {
        byte[] odd = Layout.layer("odd/ENCRYPTED", "o");
        byte[] late = Layout.layer("odd/LIMIT_TIME", "o");
        Path path = layout(odd, late);
        Run first = runLayout(path);
        Run second = runLayout(path);
        assertThat(second.looked()).containsExactly("odd/LIMIT_TIME");
        assertThat(second.coverage()).isEqualTo(first.coverage());
        assertThat(second.coverage().skipped()).hasSize(2);
    }

    @Test
    void nothingOfWhatWasFoundIsKept() throws IOException {
        runLayout(layout(BASE, MIDDLE));
        for (Path file : kept()) {
            assertThat(Files.readString(file, ISO_8859_1))
                    .doesNotContain("LEAK")
                    .doesNotContain("one");
        }
    }

    @Test
    void runsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        Path path = layout(BASE, MIDDLE, TOP);
        List<Thread> threads = new ArrayList<>();
        Set<String> seen = new ConcurrentSkipListSet<>();
        for (int i = 0; i < 4; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int round = 0; round < 5; round++) {
                                    Run run = runLayout(path);
                                    seen.add(run.coverage().artifacts() + " " + run.found());
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(seen).hasSize(1);
        assertThat(kept()).hasSize(6).allMatch(file -> file.toString().endsWith(".kept"));
    }

    @Test
    void whatWasNotAskedForTheLongestGoesFirst() throws IOException {
        KeptFiles files = new KeptFiles(cache(), KEY, 400);
        Set<String> left = new TreeSet<>();
        for (String name : List.of("a", "b", "c", "d")) {
            files.write(name, new byte[100]);
        }
        Files.writeString(cache().resolve("somebody else's"), "x".repeat(9_000));
        long age = 4;
        for (Path file : kept()) {
            if (file.toString().endsWith(".kept")) {
                Files.setLastModifiedTime(
                        file, java.nio.file.attribute.FileTime.fromMillis(1_000_000 * age++));
            }
        }
        assertThat(files.read("c")).isPresent();
        files.trim();
        for (String name : List.of("a", "b", "c", "d")) {
            files.read(name).ifPresent(_ -> left.add(name));
        }
        assertThat(left).hasSize(3).contains("c");
        assertThat(cache().resolve("somebody else's")).exists();
    }

    @Test
    void aPlaceWhereNothingCanBeKeptIsAProblem() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new KeptFiles(file.resolve("below"), KEY, 1))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("name a directory that can be written");
    }
}
