package io.hushgate.run;

import io.hushgate.core.Coverage;
import io.hushgate.core.Finding;
import io.hushgate.core.FingerprintKey;
import io.hushgate.core.match.FindingCollector;
import io.hushgate.core.match.MatchOptions;
import io.hushgate.core.match.RuleSet;
import io.hushgate.estate.Estate;
import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.run.ScanRequest.Half;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.file.DirectorySource;
import io.hushgate.source.file.FileSource;
import io.hushgate.source.file.Selection;
import io.hushgate.source.file.StandardInputSource;
import io.hushgate.source.git.StagedSource;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The part of a run that reads: sources feed workers, and findings and facts are kept. */
final class Look {
    private final ScanRequest request;
    private final RuleSet rules;
    private final FindingCollector collector;
    private final MatchOptions options;
    private final Notes notes;

    Look(
            ScanRequest request,
            List<String> exclude,
            RuleSet rules,
            FingerprintKey key,
            Progress progress) {
        this.request = request;
        this.rules = rules;
        this.collector = new FindingCollector(key);
        this.options = new MatchOptions(request.limits(), Instant.now(), false);
        this.notes = new Notes(exclude, progress);
    }

    /** Looks at a target and tells what of it was covered. */
    Coverage at(Target target) {
        return source(target).read(request.workers(), this::worker);
    }

    private Worker worker() {
        return new Worker(
                rules.matcher(options),
                collector,
                notes,
                request.halves().contains(Half.LEAKS),
                request.halves().contains(Half.POLICIES),
                request.limits().maxConfigurationBytes());
    }

    private Source source(Target target) {
        return switch (target) {
            case Target.StandardInput() ->
                    StandardInputSource.of(new FileInputStream(FileDescriptor.in));
            case Target.OneFile(var path, var shownAs) ->
                    asItLies(path, FileSource.of(path, shownAs));
            case Target.Directory(var path, var shownAs) ->
                    asItLies(
                            path,
                            DirectorySource.of(
                                    path, shownAs, Selection.EVERYTHING, request.limits()));
            case Target.InRepository repository -> repository(repository);
        };
    }

    private Source asItLies(Path path, Source source) {
        if (request.extent() instanceof Extent.AsItLies) {
            return source;
        }
        throw new SourceProblem(
                path.toString(),
                "it lies in no git repository",
                "name a work tree or a bare repository");
    }

    private Source repository(Target.InRepository target) {
        return switch (request.extent()) {
            case Extent.AsItLies(var alsoIgnored) ->
                    DirectorySource.of(
                            target.path(),
                            target.shownAs(),
                            alsoIgnored ? Selection.EVERYTHING : Selection.AS_GIT_SEES_IT,
                            request.limits());
            case Extent.Staged() -> StagedSource.of(target.repository());
            case Extent.Range range -> throw new IllegalStateException("range");
            case Extent.History history -> throw new IllegalStateException("history");
        };
    }

    List<Finding> findings() {
        return collector.findings();
    }

    /** The facts of everything that was looked at. */
    Estate estate() {
        return notes.estate();
    }

    /** Asks the policies about the facts; nobody is asked where there are none. */
    Policies.Judgement judged(Policies policies) {
        if (!request.halves().contains(Half.POLICIES)) {
            return Policies.Judgement.NONE;
        }
        Estate estate = estate();
        return estate.facts().isEmpty()
                ? Policies.Judgement.NONE
                : policies.judge(estate.toValue(), notes::address);
    }

    /** What the workers left out, beside what the sources could not read. */
    Coverage coverage() {
        return notes.coverage();
    }
}
