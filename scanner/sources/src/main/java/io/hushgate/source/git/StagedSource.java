package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.PathText;
import io.hushgate.source.RegularFile;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a commit would add now: the staged files that differ from {@code HEAD}, and of each the
 * lines that are not in {@code HEAD}. During a merge, what none of the merged commits has.
 *
 * <p>A file that moves as it is adds nothing, and a file that moves and changes adds the lines that
 * no removed file had. Files that are only announced ({@code git add --intent-to-add}) are not
 * committed and not looked at. A path in conflict cannot be committed; it is named in the coverage.
 */
public final class StagedSource implements Source {
    private final GitRepository repository;

    private StagedSource(GitRepository repository) {
        this.repository = repository;
    }

    /** What is staged in the work tree of a repository. */
    public static StagedSource of(GitRepository repository) {
        return new StagedSource(repository);
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        List<Change> changes = new ArrayList<>();
        List<ObjectId> gone = find(changes, log);
        AtomicInteger next = new AtomicInteger();
        new Workers(Math.clamp(changes.size(), 1, workers.count()))
                .run(() -> {
                    try (ObjectReader reader = repository.objects().reader()) {
                        ChangeReader each = new ChangeReader(reader, consumers.newConsumer(), log);
                        int i = next.getAndIncrement();
                        while (i < changes.size()) {
                            Change change = changes.get(i);
                            each.read(change, new Address.Staged(change.path()), gone);
                            i = next.getAndIncrement();
                        }
                    }
                });
        return log.coverage();
    }

    /** Finds what changed, and the blobs of files that are gone when there are new files. */
    private List<ObjectId> find(List<Change> changes, CoverageLog log) {
        try (ObjectReader reader = repository.objects().reader()) {
            StagingIndex index =
                    StagingIndex.read(
                            repository.ownDirectory().resolve("index"), repository.format());
            noteConflicts(index, log);
            AddedFiles files = new AddedFiles(reader, repository.format(), changes::add, log::skip);
            files.find(StagedSnapshot.of(reader, index), treesBefore(reader));
            boolean anyNew = changes.stream().anyMatch(change -> change.before().isEmpty());
            return anyNew ? files.goneFiles(ChangeReader.MOST_GONE) : List.of();
        } catch (IOException e) {
            throw GitRepository.unreadable("HEAD", e);
        }
    }

    private static void noteConflicts(StagingIndex index, CoverageLog log) {
        for (int i = 0; i < index.count(); i++) {
            if (index.stage(i) != 0) {
                String path = PathText.of(index.text(), index.pathStart(i), index.pathEnd(i));
                log.skip(
                        new Address.Staged(path),
                        Reason.UNREADABLE,
                        "it is in conflict; resolve it and stage the result");
            }
        }
    }

    private List<ObjectId> treesBefore(ObjectReader reader) throws IOException {
        List<ObjectId> commits = new ArrayList<>();
        repository.refs().head().ifPresent(commits::add);
        commits.addAll(mergedCommits());
        List<ObjectId> trees = new ArrayList<>();
        for (ObjectId commit : commits) {
            Optional.ofNullable(GitRepository.commit(reader, commit, "HEAD").tree())
                    .ifPresent(trees::add);
        }
        return trees;
    }

    private List<ObjectId> mergedCommits() throws IOException {
        try {
            return RegularFile.lines(repository.ownDirectory().resolve("MERGE_HEAD"), 1 << 20)
                    .stream()
                    .flatMap(line -> ObjectId.parse(line.strip()).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
