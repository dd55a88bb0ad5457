package io.hushgate.run;

import io.hushgate.run.ScanRequest.Extent;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.file.DirectorySource;
import io.hushgate.source.file.FileSource;
import io.hushgate.source.file.Selection;
import io.hushgate.source.file.StandardInputSource;
import io.hushgate.source.git.RangeSource;
import io.hushgate.source.git.StagedSource;
import io.hushgate.source.image.ImageSource;
import io.hushgate.source.image.LayerMemory;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which source reads a target, by what the request asks of it. A past that is walked whole is no
 * single source; {@link Look} asks for it by itself.
 *
 * @param deadline the {@link System#nanoTime} at which images are read no further
 */
record Sources(ScanRequest request, long deadline) {
    /** A date, a time or anything that names a commit. */
    static Source since(Target.InRepository target, String since) {
        try {
            Instant time =
                    since.contains("T")
                            ? Instant.parse(since)
                            : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
            return RangeSource.since(target.repository(), time);
        } catch (DateTimeParseException e) {
            return RangeSource.since(target.repository(), since);
        }
    }

    Source of(Target target, InputStream input) {
        return of(target, input, Optional.empty());
    }

    /**
     * The source of a target.
     *
     * @param input stands for standard input
     * @param memory of layers, where one is kept
     * @throws SourceProblem when a past is asked for of what lies in no repository
     */
    Source of(Target target, InputStream input, Optional<LayerMemory> memory) {
        return switch (target) {
            case Target.StandardInput() -> StandardInputSource.of(input);
            case Target.Logs(var where) -> of(where, input);
            case Target.OneFile(var path, var shownAs) ->
                    asItLies(path, FileSource.of(path, shownAs));
            case Target.ImageLayout(var path, var shownAs) ->
                    asItLies(path, ImageSource.layout(path, shownAs, imageOptions(memory)));
            case Target.ImageArchive(var path, var shownAs) ->
                    asItLies(path, ImageSource.archive(path, shownAs, imageOptions(memory)));
            case Target.ImageReference(var reference) ->
                    asItLies(
                            Path.of(reference),
                            ImageSource.registry(reference, System.getenv(), imageOptions(memory)));
            case Target.Directory(var path, var shownAs) ->
                    asItLies(
                            path,
                            DirectorySource.of(
                                    path, shownAs, Selection.EVERYTHING, request.limits()));
            case Target.InRepository repository -> repository(repository);
        };
    }

    /** The files of a work tree. */
    Source directory(Target.InRepository target, boolean alsoIgnored) {
        return DirectorySource.of(
                target.path(),
                target.shownAs(),
                alsoIgnored ? Selection.EVERYTHING : Selection.AS_GIT_SEES_IT,
                request.limits());
    }

    private ImageSource.Options imageOptions(Optional<LayerMemory> memory) {
        return new ImageSource.Options(
                request.images().platform(),
                request.images().baseLayers(),
                request.limits(),
                deadline,
                memory);
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
            case Extent.AsItLies(var alsoIgnored) -> directory(target, alsoIgnored);
            case Extent.Staged() -> StagedSource.of(target.repository());
            case Extent.Range(var from, var to) ->
                    RangeSource.between(target.repository(), from, to);
            case Extent.History _ ->
                    throw new IllegalStateException("a history is no single source");
        };
    }
}
