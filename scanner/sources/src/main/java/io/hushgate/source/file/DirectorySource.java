package io.hushgate.source.file;

import io.hushgate.core.Address;
import io.hushgate.core.Coverage;
import io.hushgate.core.Limits;
import io.hushgate.core.Reason;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a directory, at any depth, as {@link Selection} says.
 *
 * <p>A symbolic link is never followed. What it leads to inside of the directory is read where it
 * lies; that it leads out of the directory, in a circle or to nothing is noted. FIFOs, sockets and
 * devices are named and never opened.
 */
public final class DirectorySource implements Source {
    private final Path directory;
    private final String shownAs;
    private final Selection selection;
    private final Limits limits;

    /** The files, where they are known before. */
    private @Nullable List<List<Listing.SeenFile>> files;

    private DirectorySource(Path directory, String shownAs, Selection selection, Limits limits) {
        this.directory = directory;
        this.shownAs = shownAs.isEmpty() || shownAs.endsWith("/") ? shownAs : shownAs + "/";
        this.selection = selection;
        this.limits = limits;
    }

    /**
     * A directory.
     *
     * @param shownAs what addresses start with: empty for the place where reports point to, or the
     *     path from there, with {@code /}
     * @throws SourceProblem when it does not exist or is no directory
     */
    public static DirectorySource of(
            Path directory, String shownAs, Selection selection, Limits limits) {
        try {
            Path real = directory.toRealPath();
            if (Files.isDirectory(real)) {
                return new DirectorySource(real, shownAs, selection, limits);
            }
        } catch (IOException e) {
            throw Problems.of(directory, e);
        }
        throw new SourceProblem(directory.toString(), "it is no directory", "name a directory");
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        DirectoryReader reader = new DirectoryReader(directory, selection, limits, log);
        Listing listing = files == null ? new Listing(reader.root(shownAs)) : new Listing(files);
        workers.run(() -> work(listing, reader, consumers.newConsumer(), log));
        if (files == null) {
            files = listing.kept();
        }
        return log.coverage();
    }

    /**
     * The same files once more, after this source was read: those that were seen, or, if they were
     * too many to be kept in mind, those that are there by then.
     */
    public DirectorySource again() {
        DirectorySource again = new DirectorySource(directory, shownAs, selection, limits);
        again.files = files;
        return again;
    }

    private void work(
            Listing listing, DirectoryReader reader, ArtifactConsumer consumer, CoverageLog log) {
        try {
            Listing.Task task = listing.take();
            while (task != null) {
                switch (task) {
                    case Directory below -> reader.list(below, listing);
                    case Listing.Files(var files) ->
                            files.forEach(file -> read(file, consumer, log));
                }
                task = listing.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Listing.SeenFile file, ArtifactConsumer consumer, CoverageLog log) {
        Address address = new Address.File(file.shown());
        try (FileArtifact artifact = FileArtifact.open(address, file.path(), file.size())) {
            consumer.accept(artifact, AddedRanges.EVERYTHING);
            log.looked(1, artifact.bytesRead());
        } catch (IOException e) {
            if (files != null && e instanceof NoSuchFileException) {
                return; // it was read while it was there
            }
            log.skip(address, Reason.UNREADABLE, Problems.unreadable(e));
        }
    }
}
