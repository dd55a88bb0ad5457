package io.hushgate.run;

import io.hushgate.core.Limits;
import io.hushgate.core.Severity;
import io.hushgate.source.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run was asked for.
 *
 * @param targets as the user wrote them, at least one
 * @param config in place of the {@code hushgate.yaml} of the first target
 * @param configFrom a commit whose configuration and baseline count in place of the target's own
 * @param baseline where accepted findings and violations are written
 * @param failOn wins over the configuration
 * @param images what of images is looked at
 */
public record ScanRequest(
        List<String> targets,
        Extent extent,
        Set<Half> halves,
        Optional<Path> config,
        Optional<String> configFrom,
        Baselines baseline,
        List<Path> ruleFiles,
        List<Path> policyPaths,
        Optional<Severity> failOn,
        boolean allowIncomplete,
        Workers workers,
        Limits limits,
        Images images) {
    public ScanRequest {
        targets = List.copyOf(targets);
        halves = Set.copyOf(halves);
        ruleFiles = List.copyOf(ruleFiles);
        policyPaths = List.copyOf(policyPaths);
    }

    /** Which acceptances count. */
    public sealed interface Baselines {
        /** The one that the configuration names, or the one at the root of the first target. */
        record OfTarget() implements Baselines {}

        /** A file. */
        record OfFile(Path file) implements Baselines {}

        /** A file that is still to be written. */
        record NewFile(Path file) implements Baselines {}

        /** None, so that everything is told as it is. */
        record Ignored() implements Baselines {}
    }

    /**
     * What of images is looked at.
     *
     * @param platform {@code os/architecture}; every platform when empty
     * @param baseLayers digests of layers that are known to be of base images
     * @param dockerfiles that images may have been built by, besides those in the targets
     * @param layerCache a directory in which is kept what was seen of layers; empty for none
     */
    public record Images(
            Optional<String> platform,
            Set<String> baseLayers,
            List<Path> dockerfiles,
            Optional<Path> layerCache) {
        /** Every platform, and nothing known of base images. */
        public static final Images ALL =
                new Images(Optional.empty(), Set.of(), List.of(), Optional.empty());

        public Images {
            baseLayers = Set.copyOf(baseLayers);
            dockerfiles = List.copyOf(dockerfiles);
        }
    }

    /** The two questions a run can answer. */
    public enum Half {
        LEAKS,
        POLICIES
    }

    /** How much of a repository is looked at. */
    public sealed interface Extent {
        /** The files as they are now. */
        record AsItLies(boolean alsoIgnored) implements Extent {}

        /** What the next commit would add. */
        record Staged() implements Extent {}

        /** What the commits that {@code to} reaches and {@code from} does not add. */
        record Range(String from, String to) implements Extent {}

        /** Every commit that a ref or stash reaches; {@code since} is a ref or a date. */
        record History(Optional<String> since) implements Extent {}
    }
}
