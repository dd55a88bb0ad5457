package io.hushgate.build;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Packs the laid out program as a container image: {@code Image DISTRIBUTION BASE OUT VERSION
 * TIME}. {@code OUT} is an archive for {@code docker load}, {@code podman load} and skopeo; no
 * engine is needed.
 *
 * <p>{@code BASE} is what Jib takes: a reference, {@code tar://FILE}, or {@code scratch}, which
 * needs no network and has no C library to run on. The runtime wants glibc and the launcher a
 * shell, as {@code debian:13-slim} has them.
 *
 * <p>What changes seldom lies below: the runtime, then libraries, then the program. Files carry
 * {@code TIME}, as the AOT cache demands.
 */
public final class Image {
    private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/usr/lib/hushgate");

    /**
     * Not root, and a number, so that {@code runAsNonRoot} can be checked; as distroless has it.
     */
    private static final String USER = "65532:65532";

    private final Path distribution;
    private final String version;
    private final Instant time;

    private Image(Path distribution, String version, Instant time) {
        this.distribution = distribution;
        this.version = version;
        this.time = time;
    }

    /** Runs in the build, when the program is laid out. */
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[2]);
        Instant time = Instant.parse(args[4]);
        Image image = new Image(Path.of(args[0]), args[3], time);
        Containerizer tar =
                Containerizer.to(TarImage.at(out).named("hushgate:" + args[3]))
                        .setApplicationLayersCache(out.resolveSibling("image-layers"))
                        .setBaseImageLayersCache(out.resolveSibling("image-base"))
                        .setOfflineMode(args[1].equals("scratch"));
        base(args[1])
                .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                .addFileEntriesLayer(image.layer("runtime", path -> path.startsWith("runtime")))
                .addFileEntriesLayer(image.layer("libraries", image::isLibrary))
                .addFileEntriesLayer(
                        image.layer(
                                "program",
                                path -> !path.startsWith("runtime") && !image.isLibrary(path)))
                .setEntrypoint(HOME.resolve("hushgate").toString())
                .setProgramArguments("--help")
                .addEnvironmentVariable("PATH", "/usr/local/bin:/usr/bin:/bin:" + HOME)
                .setWorkingDirectory(AbsoluteUnixPath.get("/work"))
                .setUser(USER)
                .setCreationTime(time)
                .addLabel("org.opencontainers.image.title", "Hushgate")
                .addLabel("org.opencontainers.image.version", args[3])
                .addLabel("org.opencontainers.image.licenses", "Apache-2.0")
                .containerize(tar);
    }

    private static JibContainerBuilder base(String base) throws Exception {
        return base.equals("scratch") ? Jib.fromScratch() : Jib.from(base);
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") ? "arm64" : name;
    }

    /** Our own jars have the version of the program in their names, or none. */
    private boolean isLibrary(Path path) {
        String name = path.getFileName().toString();
        return path.startsWith("lib")
                && !name.equals("hushgate.jar")
                && !name.endsWith("-" + version + ".jar");
    }

    /** Which files, by their paths in the distribution, are in a layer. */
    private interface Choice {
        boolean takes(Path path);
    }

    private FileEntriesLayer layer(String name, Choice choice) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
        try (Stream<Path> files = Files.walk(distribution)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path path = distribution.relativize(file);
                if (choice.takes(path)) {
                    FilePermissions rights =
                            FilePermissions.fromOctalString(
                                    Files.isExecutable(file) ? "755" : "644");
                    layer.addEntry(file, HOME.resolve(path.toString()), rights, time);
                }
            }
        }
        return layer.build();
    }
}
