package io.hushgate.audit.look;

import io.hushgate.access.AccessPicture;
import io.hushgate.audit.inventory.Place;
import io.hushgate.baseline.BaselineProblem;
import io.hushgate.config.ConfigurationProblem;
import io.hushgate.core.Limits;
import io.hushgate.report.Report;
import io.hushgate.report.recorded.Item;
import io.hushgate.report.recorded.RecordedReport;
import io.hushgate.report.store.Outcome;
import io.hushgate.rules.RuleFileProblem;
import io.hushgate.run.Progress;
import io.hushgate.run.RunProblem;
import io.hushgate.run.Scan;
import io.hushgate.run.ScanRequest;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one target. What goes wrong with a target is an answer, not an exception. */
public final class Looker {
    private final Map<String, String> environment;

    /**
     * A looker.
     *
     * @param environment where credentials are taken from
     */
    public Looker(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Looks, and tells what became of it. */
    public LookAnswer look(LookRequest request) {
        try {
            return looked(request);
        } catch (SourceProblem | RepositoryProblem e) {
            return LookAnswer.failed(Outcome.UNREACHABLE, message(e));
        } catch (ConfigurationProblem | BaselineProblem | RuleFileProblem | RunProblem e) {
            return LookAnswer.failed(Outcome.UNUSABLE, message(e));
        }
    }

    private static String message(RuntimeException problem) {
        return String.valueOf(problem.getMessage());
    }

    private LookAnswer looked(LookRequest request) {
        List<String> targets = new ArrayList<>();
        Optional<Path> root = Optional.empty();
        for (Place place : request.places()) {
            String target = target(request, place);
            targets.add(target);
            if (root.isEmpty() && isTree(place)) {
                root = Optional.of(Path.of(target));
            }
        }
        Scan scan = Scan.of(scan(request, targets));
        Report report = scan.run(new Progress());
        CodeOwners owners = root.map(CodeOwners::of).orElse(CodeOwners.NONE);
        List<String> items = new ArrayList<>();
        report.findings()
                .forEach(finding ->
                        items.add(
                                new Item.Leak(finding, owners.of(finding.location().address()))
                                        .body()));
        report.violations()
                .forEach(violation ->
                        items.add(
                                new Item.Complaint(
                                                violation,
                                                owners.of(violation.location().address()))
                                        .body()));
        String summary = RecordedReport.write(report, AccessPicture.of(scan.facts()));
        return new LookAnswer(Outcome.LOOKED, "", summary, items);
    }

    private static boolean isTree(Place place) {
        return place instanceof Place.Files || place instanceof Place.Repository;
    }

    /** The target as the command line would name it. */
    private String target(LookRequest request, Place place) {
        return switch (place) {
            case Place.Files(var path) -> absolute(path);
            case Place.Vault(var path) -> absolute(path);
            case Place.Kubernetes(var path) -> absolute(path);
            case Place.Logs(var path) -> "log:" + absolute(path);
            case Place.Image(var reference) -> "image:" + reference;
            case Place.Repository repository ->
                    new RepositoryCache(request.cache(), environment)
                            .refreshed(repository, request.time())
                            .toString();
        };
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static ScanRequest scan(LookRequest request, List<String> targets) {
        return new ScanRequest(
                targets,
                request.history()
                        ? new Extent.History(Optional.empty())
                        : new Extent.AsItLies(false),
                request.halves(),
                request.config(),
                Optional.empty(),
                new ScanRequest.Baselines.OfTarget(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                new Workers(request.threads()),
                Limits.DEFAULT.withTimeout(request.time()),
                ScanRequest.Images.ALL);
    }
}
