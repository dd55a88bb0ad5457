package io.hushgate.source.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.core.Address;
import io.hushgate.core.LayerPlace;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.Collected;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.archive.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSourceTest {
    private static final byte[] FIRST = Layout.layer("etc/a.conf", "a\n", "root/key", "k\n");
    private static final byte[] SECOND = Layout.layer("root/.wh.key", "", "app/b", "b\n");
    private static final String CONFIG =
            Layout.config(
                    "linux/amd64",
                    List.of(FIRST, SECOND),
                    "\"Env\":[\"PATH=/bin\",\"TOKEN=x y\"],\"Labels\":{\"by\":\"me\"},\"Cmd\":[\"run\",\"--fast\"]",
                    "/bin/sh -c #(nop) ADD file:1 in / ",
                    "ENV TOKEN=x y",
                    "RUN |2 A=1 B=two words /bin/sh -c make # buildkit");
    @TempDir private Path directory;

    private static ImageSource.Options options() {
        return options(Optional.empty(), Set.of());
    }

    private static ImageSource.Options options(Optional<String> platform, Set<String> base) {
        long deadline = System.nanoTime() + Limits.DEFAULT.timeout().toNanos();
        return new ImageSource.Options(platform, base, Limits.DEFAULT, deadline, Optional.empty());
    }

    private static String name(byte[] layer) {
        return Digest.sha256(layer).text();
    }

    private ImageSource layout(Layout layout) throws IOException {
        return ImageSource.layout(layout.write(directory), "app", options());
    }

    @Test
    void everyFileOfEveryLayerIsReadWhateverLaterLayersDelete() throws IOException {
        Layout layout = new Layout();
        byte[] first = Made.gzip(FIRST);
        byte[] second = Made.packed("zstd", SECOND);
        layout.image(CONFIG, List.of(first, second), "", "linux/amd64");
        ImageSource source = layout(layout);
        Collected collected = Collected.of(source, 2);
        assertThat(collected.skipped()).isEmpty();
        assertThat(collected.texts())
                .containsEntry(name(first) + "!etc/a.conf", "a\n")
                .containsEntry(name(first) + "!root/key", "k\n")
                .containsEntry(name(second) + "!app/b", "b\n");
        LayerPlace key =
                source.places(List.of())
                        .of(new Address.InLayer(name(first), "root/key"))
                        .getFirst();
        assertThat(key.hidden()).isTrue();
        assertThat(key.number()).isEqualTo(1);
        assertThat(key.count()).isEqualTo(2);
        assertThat(key.image()).isEqualTo("app linux/amd64");
        LayerPlace kept =
                source.places(List.of()).of(new Address.InLayer(name(second), "app/b")).getFirst();
        assertThat(kept.hidden()).isFalse();
    }

    @Test
    void theConfigurationComesInParts() throws IOException {
        Layout layout = new Layout();
        layout.image(CONFIG, List.of(FIRST, SECOND), "\"note\":\"n\"", "");
        Map<String, String> texts = Collected.of(layout(layout)).texts();
        String config = Digest.sha256(CONFIG.getBytes(UTF_8)).text();
        assertThat(texts)
                .containsEntry(config + ":<env>", "PATH=/bin\nTOKEN=x y\n")
                .containsEntry(config + ":<labels>", "by=me\n")
                .containsEntry(config + ":<command>", "run --fast\n")
                .containsEntry(config + ":<history 2>", "ENV TOKEN=x y\n")
                .containsEntry(
                        config + ":<history 3>", "ARG A=1\nARG B=two words\nRUN make # buildkit\n")
                .containsValue("note=n\n");
    }

    @Test
    void aStepOfTheHistoryIsNamedByNumberAndVerb() throws IOException {
        byte[] third = Layout.layer("c", "c");
        String config =
                Layout.config(
                        "linux/amd64",
                        List.of(FIRST, third),
                        "",
                        "/bin/sh -c #(nop) ENV A=b",
                        "COPY dir /app # buildkit",
                        "RUN /bin/sh -c make");
        Layout layout = new Layout();
        layout.image(config, List.of(FIRST, third), "", "");
        ImageSource source = layout(layout);
        Collected.of(source);
        assertThat(
                        source.places(List.of())
                                .of(new Address.InLayer(name(FIRST), "etc/a.conf"))
                                .getFirst()
                                .step())
                .contains("2 COPY");
        assertThat(
                        source.places(List.of())
                                .of(new Address.InLayer(name(third), "c"))
                                .getFirst()
                                .step())
                .contains("3 RUN");
    }

    @Test
    void anOciTarAndADockerArchiveAreReadAlike() throws IOException {
        Layout layout = new Layout();
        layout.image(CONFIG, List.of(FIRST, SECOND), "", "");
        Path oci = layout.writeTar(directory.resolve("oci.tar"));
        Path docker =
                Layout.writeDockerArchive(
                        directory.resolve("docker.tar"), "app:1", CONFIG, List.of(FIRST, SECOND));
        assertThat(ImageSource.isArchive(oci, Limits.DEFAULT)).isTrue();
        assertThat(ImageSource.isArchive(docker, Limits.DEFAULT)).isTrue();
        Collected one = Collected.of(ImageSource.archive(oci, "x", options()));
        ImageSource source = ImageSource.archive(docker, "x", options());
        Collected two = Collected.of(source, 2);
        assertThat(two.texts()).isEqualTo(one.texts());
        assertThat(two.skipped()).isEmpty();
        assertThat(
                        source.places(List.of())
                                .of(new Address.InLayer(name(FIRST), "root/key"))
                                .getFirst()
                                .image())
                .isEqualTo("app:1 linux/amd64");
    }

    @Test
    void layersOfWhichNoDigestIsSaidAreReadAndThatIsNamed() throws IOException {
        Path archive = directory.resolve("old.tar");
        Layout.writeDockerArchive(archive, "old:1", "{\"config\":{}}", List.of(FIRST));
        Collected collected = Collected.of(ImageSource.archive(archive, "old.tar", options()));
        assertThat(collected.texts()).containsValue("k\n");
        assertThat(collected.coverage().skipped())
                .singleElement()
                .satisfies(skip -> {
                    assertThat(skip.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(skip.detail()).contains("held to nothing");
                });
    }

    @Test
    void aLayerThatImagesShareIsReadOnce() throws IOException {
        Layout layout = new Layout();
        String other = Layout.config("linux/arm64", List.of(FIRST), "", "COPY a b");
        layout.image(CONFIG, List.of(FIRST, SECOND), "", "linux/amd64");
        layout.image(other, List.of(FIRST), "", "linux/arm64");
        ImageSource source = layout(layout);
        Collected collected = Collected.of(source);
        assertThat(collected.twice()).isEmpty();
        List<LayerPlace> places =
                source.places(List.of()).of(new Address.InLayer(name(FIRST), "root/key"));
        assertThat(places)
                .extracting(place -> place.image() + " " + place.hidden())
                .containsExactly("app linux/amd64 true", "app linux/arm64 false");
    }

    @Test
    void anotherPlatformThanAskedForIsNamed() throws IOException {
        Layout layout = new Layout();
        layout.image(CONFIG, List.of(FIRST, SECOND), "", "linux/amd64");
        layout.image(
                Layout.config("linux/arm64", List.of(), "\"Env\":[\"A=arm\"]"),
                List.of(),
                "",
                "linux/arm64");
        Path path = layout.write(directory);
        Collected collected =
                Collected.of(
                        ImageSource.layout(
                                path, "app", options(Optional.of("linux/arm64"), Set.of())));
        assertThat(collected.skipped()).containsExactly("app linux/amd64 EXCLUDED");
        assertThat(collected.texts()).containsValue("A=arm\n").doesNotContainValue("a\n");
        assertThat(collected.coverage().isComplete()).isTrue();
    }

    @Test
    void opaqueDirectoriesReplacedFilesAndHardLinksAreFollowed() throws IOException {
        byte[] lower =
                Layout.layerOf(
                        List.of(
                                Layout.file("d/one", 0644),
                                Layout.file("two", 0600),
                                Layout.file("three", 0644),
                                Layout.hardLink("other", "two"),
                                Layout.file("dir/in", 0644)),
                        Map.of("d/one", "1", "two", "2", "three", "3", "dir/in", "4"));
        byte[] upper =
                Layout.layer(
                        "d/.wh..wh..opq",
                        "",
                        "d/new",
                        "n",
                        ".wh.two",
                        "",
                        "three",
                        "3b",
                        "dir",
                        "a file now");
        Layout layout = new Layout();
        layout.image(
                Layout.config("linux/amd64", List.of(lower, upper), ""),
                List.of(lower, upper),
                "",
                "");
        ImageSource source = layout(layout);
        Collected.of(source);
        assertThat(hidden(source, lower, "d/one")).as("opaque").isTrue();
        assertThat(hidden(source, upper, "d/new")).isFalse();
        assertThat(hidden(source, lower, "two")).as("still linked").isFalse();
        assertThat(hidden(source, lower, "three")).as("overwritten").isTrue();
        assertThat(hidden(source, upper, "three")).isFalse();
        assertThat(hidden(source, lower, "dir/in")).as("directory became a file").isTrue();
        assertThat(
                        source.places(List.of())
                                .of(new Address.InLayer(name(lower), "two"))
                                .getFirst()
                                .mode())
                .isEqualTo(0600);
    }

    private static boolean hidden(ImageSource source, byte[] layer, String path) {
        return source.places(List.of())
                .of(new Address.InLayer(name(layer), path))
                .getFirst()
                .hidden();
    }

    @Test
    void baseLayersAreMarkedByListAndByTheBaseImageBeside() throws IOException {
        Layout layout = new Layout();
        byte[] packed = Made.gzip(FIRST);
        String base =
                layout.image(
                        Layout.config("linux/amd64", List.of(FIRST), ""), List.of(packed), "", "");
        layout.image(
                CONFIG,
                List.of(packed, SECOND),
                "\"org.opencontainers.image.base.digest\":\"%s\"".formatted(base),
                "");
        ImageSource source = layout(layout);
        Collected.of(source);
        assertThat(source.places(List.of()).of(new Address.InLayer(name(packed), "root/key")))
                .allMatch(LayerPlace::base);
        assertThat(source.places(List.of()).of(new Address.InLayer(name(SECOND), "app/b")))
                .noneMatch(LayerPlace::base);
        ImageSource listed =
                ImageSource.layout(
                        directory, "app", options(Optional.empty(), Set.of(name(SECOND))));
        Collected.of(listed);
        assertThat(listed.places(List.of()).of(new Address.InLayer(name(SECOND), "app/b")))
                .allMatch(LayerPlace::base);
    }

    @Test
    void attestationsAndTheirBuildArgumentsAreRead() throws IOException {
        Layout layout = new Layout();
        String statement =
                "{\"predicate\":{\"invocation\":{\"parameters\":{\"args\":{\"build-arg:TOKEN\":\"t1\",\"target\":\"x\"}}}}}";
        String digest = layout.add(statement.getBytes(UTF_8));
        layout.manifest(
                "{\"layers\":[%s]}"
                        .formatted(
                                Layout.descriptor(
                                        "application/vnd.in-toto+json",
                                        digest,
                                        statement.length(),
                                        "")),
                "unknown/unknown");
        assertThat(Collected.of(layout(layout)).texts())
                .containsEntry(digest + "!content", statement)
                .containsEntry(digest + ":<build arguments>", "TOKEN=t1");
    }

    @Test
    void indexesAreFollowedOnceHoweverTheyAreNested() throws IOException {
        Layout layout = new Layout();
        String image = layout.image(CONFIG, List.of(FIRST, SECOND), "", "");
        String inner =
                "{\"manifests\":[%s,%s]}"
                        .formatted(
                                Layout.descriptor(
                                        "application/vnd.oci.image.index.v1+json", image, 1, ""),
                                Layout.descriptor(
                                        "application/vnd.oci.image.index.v1+json", image, 1, ""));
        layout.manifest(inner, "");
        Collected collected = Collected.of(layout(layout));
        assertThat(collected.twice()).isEmpty();
        assertThat(collected.skipped()).isEmpty();
    }

    @Test
    void whatIsMissingDamagedOrWrongIsNamed() throws IOException {
        Layout layout = new Layout();
        byte[] gone = Layout.layer("gone", "g");
        byte[] cut = Made.gzip(Layout.layer("cut", "c".repeat(3_000)));
        byte[] wrong = Layout.layer("wrong", "w");
        layout.image(
                Layout.config("linux/amd64", List.of(gone, cut, wrong), ""),
                List.of(gone, cut, wrong),
                "",
                "");
        Path path = layout.write(directory);
        Path blobs = path.resolve("blobs/sha256");
        Files.delete(blobs.resolve(name(gone).substring(7)));
        Files.write(blobs.resolve(name(cut).substring(7)), Arrays.copyOf(cut, cut.length - 20));
        Files.write(blobs.resolve(name(wrong).substring(7)), Layout.layer("wrong", "else"));
        Collected collected = Collected.of(ImageSource.layout(path, "app", options()));
        assertThat(collected.skipped())
                .containsExactlyInAnyOrder(
                        name(gone) + "! MISSING_OBJECT",
                        name(cut) + "! CORRUPT",
                        name(wrong) + "! CORRUPT");
        assertThat(collected.texts()).containsEntry(name(wrong) + "!wrong", "else");
    }

    @Test
    void aManifestThatIsNotWhatItsDigestSaysIsNotUsed() throws IOException {
        Layout layout = new Layout();
        String manifest = layout.image(CONFIG, List.of(FIRST, SECOND), "", "");
        Path path = layout.write(directory);
        Files.writeString(
                path.resolve("blobs/sha256").resolve(manifest.substring(7)), "{\"layers\":[]}");
        Collected collected = Collected.of(ImageSource.layout(path, "app", options()));
        assertThat(collected.texts()).isEmpty();
        assertThat(collected.skipped()).containsExactly("app " + manifest + " CORRUPT");
    }

    @Test
    void aTarOfSomethingElseIsNoImage() throws IOException {
        Path tar = Files.write(directory.resolve("x.tar"), Layout.layer("manifest.json", "{}"));
        assertThat(ImageSource.isArchive(tar, Limits.DEFAULT)).isFalse();
        assertThatThrownBy(() -> Collected.of(ImageSource.layout(directory, "x", options())))
                .isInstanceOf(SourceProblem.class)
                .hasMessageContaining("no index or manifest");
    }

    @Test
    void theReportDoesNotDependOnTheNumberOfWorkers() throws IOException {
        Layout layout = new Layout();
        layout.image(CONFIG, List.of(Made.gzip(FIRST), SECOND), "", "");
        Path path = layout.write(directory);
        Collected one = Collected.of(ImageSource.layout(path, "app", options()), 1);
        Collected four = Collected.of(ImageSource.layout(path, "app", options()), 4);
        assertThat(four.texts()).isEqualTo(one.texts());
        assertThat(four.coverage()).isEqualTo(one.coverage());
    }
}
