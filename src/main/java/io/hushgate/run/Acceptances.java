package io.hushgate.run;

import io.hushgate.baseline.Anchor;
import io.hushgate.baseline.Baseline;
import io.hushgate.baseline.Baseline.Looked;
import io.hushgate.core.Violation;
import io.hushgate.run.ScanRequest.Baselines;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Which baseline counts for a run, and how much of it the run can speak of. */
final class Acceptances {
    private final ScanRequest request;
    private final List<Target> targets;
    private final Settings settings;

    Acceptances(ScanRequest request, List<Target> targets, Settings settings) {
        this.request = request;
        this.targets = targets;
        this.settings = settings;
    }

    /**
     * Reads it.
     *
     * @throws io.hushgate.baseline.BaselineProblem when it cannot be used
     */
    Baseline read() {
        return file().map(file -> Baseline.read(file, shownAs(file), anchor()))
                .orElse(Baseline.NONE);
    }

    /** One that accepts nothing, for this run's addresses. */
    Baseline none() {
        return Baseline.empty(anchor());
    }

    /** Where it lies or would lie. */
    Optional<Path> place() {
        if (request.baseline() instanceof Baselines.NewFile(var file)) {
            return Optional.of(file);
        }
        return file().or(() -> root().map(root -> root.resolve(Baseline.FILE_NAME)));
    }

    private Optional<Path> file() {
        return switch (request.baseline()) {
            case Baselines.Ignored() -> Optional.empty();
            case Baselines.OfFile(var file) -> Optional.of(file);
            case Baselines.NewFile _ -> Optional.empty();
            case Baselines.OfTarget() -> settings.baseline();
        };
    }

    private Optional<Path> root() {
        return targets.getFirst().root();
    }

    /** What the target's own baseline would have accepted beyond the trusted one that counts. */
    List<Violation> beyond(Baseline counting) {
        return settings.overruled()
                .map(own -> new Acceptances(request, targets, own).read().beyond(counting))
                .orElse(List.of());
    }

    private String shownAs(Path file) {
        return settings.shownAs(file).orElseGet(() -> belowRoot(file));
    }

    private String belowRoot(Path file) {
        Optional<Path> below =
                root().map(Acceptances::real)
                        .filter(root -> real(file).startsWith(root))
                        .map(root -> root.relativize(real(file)));
        return below.orElse(file).toString();
    }

    private Anchor anchor() {
        return anchor(targets.getFirst());
    }

    private static Anchor anchor(Target target) {
        return switch (target) {
            case Target.Logs(var where) -> anchor(where);
            case Target.InRepository(var path, var shownAs, var repository) ->
                    repository.workTree().isPresent()
                            ? new Anchor(shownAs, below(repository.workTree().get(), path))
                            : Anchor.ROOT;
            case Target.Directory(var path, var shownAs) -> new Anchor(shownAs, "");
            case Target.OneFile _,
                    Target.StandardInput _,
                    Target.ImageLayout _,
                    Target.ImageArchive _,
                    Target.ImageReference _ ->
                    Anchor.ROOT;
        };
    }

    private static String below(Path root, Path path) {
        return real(root).relativize(real(path)).toString().replace('\\', '/');
    }

    private static Path real(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** What a run did not ask for cannot be told to be gone. */
    Looked looked() {
        boolean all =
                targets.size() == 1
                        && request.halves().equals(EnumSet.allOf(Half.class))
                        && anchor().below().isEmpty();
        if (!all) {
            return Looked.PARTLY;
        }
        return switch (request.extent()) {
            case Extent.AsItLies _ -> Looked.PRESENT;
            case Extent.History(var since) -> since.isEmpty() ? Looked.PAST : Looked.PARTLY;
            case Extent.Staged _, Extent.Range _ -> Looked.PARTLY;
        };
    }
}
