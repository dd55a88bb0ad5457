package io.hushgate.cli;

import io.hushgate.run.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of images is looked at, and what is known about them. */
final class ImageOptions {
    @Option(
            names = "--platform",
            paramLabel = "OS/ARCH",
            description = "Of images only this platform, linux/arm64 (default: every one).")
    private @Nullable String platform;

    @Option(
            names = "--base-layers",
            paramLabel = "FILE",
            description = "Digests of layers that are of base images, one a line; they are marked.")
    private @Nullable Path baseLayers;

    @Option(
            names = "--dockerfile",
            paramLabel = "FILE",
            description = {
                "Of images: say at which line of FILE the step stands that leaked, if the whole of it agrees",
                "with the image's history. Dockerfiles in the targets are tried unasked. May be repeated."
            })
    private List<Path> dockerfiles = List.of();

    @Option(
            names = "--layer-cache",
            paramLabel = "DIR",
            description = {
                "Of images: keep in DIR what was seen of each layer, and pass over those seen before.",
                "No value is kept, and nothing that others could change unnoticed."
            })
    private @Nullable Path layerCache;

    /**
     * What they say together.
     *
     * @throws UsageProblem when a file that they name cannot be read
     */
    ScanRequest.Images chosen() {
        Set<String> base = Set.of();
        if (baseLayers != null) {
            try {
                base =
                        Files.readAllLines(baseLayers).stream()
                                .map(line -> line.replaceFirst("#.*", "").strip())
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UsageProblem(
                        "--base-layers %s: it cannot be read; check the path"
                                .formatted(baseLayers));
            }
        }
        return new ScanRequest.Images(
                Optional.ofNullable(platform), base, dockerfiles, Optional.ofNullable(layerCache));
    }
}
