package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.AddedRanges;
import io.hushgate.source.ArtifactConsumer;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What a range of commits adds: of each commit the files that differ from all of its parents, with
 * the lines that none of them has, and its message. So a leak that a later commit of the range
 * removes again is still found, which is what a push and a merge request must know.
 *
 * <p>A file that several commits bring with the same content is handed over once, for the oldest.
 */
public final class RangeSource implements Source {
    private static final long ALWAYS = Long.MIN_VALUE;

    private final GitRepository repository;
    private final Function<Revisions, Collection<ObjectId>> tips;
    private final Function<Revisions, Collection<ObjectId>> excluded;
    private final long since;

    private RangeSource(
            GitRepository repository,
            Function<Revisions, Collection<ObjectId>> tips,
            Function<Revisions, Collection<ObjectId>> excluded,
            long since) {
        this.repository = repository;
        this.tips = tips;
        this.excluded = excluded;
        this.since = since;
    }

    /**
     * The commits that {@code to} leads to and {@code from} does not, as {@code git log from..to}.
     *
     * @param from a ref, an id, or one of them with {@code ~N} or {@code ^N} behind it
     */
    public static RangeSource between(GitRepository repository, String from, String to) {
        return new RangeSource(
                repository,
                revisions -> List.of(revisions.commit(to)),
                revisions -> List.of(revisions.commit(from)),
                ALWAYS);
    }

    /** The commits of all refs that one revision does not lead to. */
    public static RangeSource since(GitRepository repository, String revision) {
        return new RangeSource(
                repository,
                _ -> everything(repository),
                revisions -> List.of(revisions.commit(revision)),
                ALWAYS);
    }

    /** The commits of all refs that were made at a time or after it. */
    public static RangeSource since(GitRepository repository, Instant time) {
        return new RangeSource(
                repository, _ -> everything(repository), _ -> List.of(), time.getEpochSecond());
    }

    /** What a push of new branches sends: what one revision leads to and no remote branch does. */
    public static RangeSource notOnRemotes(GitRepository repository, String to) {
        return new RangeSource(
                repository,
                revisions -> List.of(revisions.commit(to)),
                _ -> tips(repository, "refs/remotes/"),
                ALWAYS);
    }

    private static Collection<ObjectId> everything(GitRepository repository) {
        return tips(repository, "");
    }

    private static Collection<ObjectId> tips(GitRepository repository, String prefix) {
        return TagReader.read(repository, new CoverageLog()).commits(repository, prefix);
    }

    /** Something to hand over. */
    private sealed interface Piece {
        record Message(CommitRange.Commit commit) implements Piece {}

        record File(Change change, ObjectId commit, List<ObjectId> gone) implements Piece {}
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        List<Piece> pieces = pieces(log);
        AtomicInteger next = new AtomicInteger();
        new Workers(Math.clamp(pieces.size(), 1, workers.count()))
                .run(() -> work(pieces, next, consumers.newConsumer(), log));
        return log.coverage();
    }

    private void work(
            List<Piece> pieces, AtomicInteger next, ArtifactConsumer consumer, CoverageLog log) {
        try (ObjectReader reader = repository.objects().reader()) {
            ChangeReader files = new ChangeReader(reader, consumer, log);
            for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
                switch (pieces.get(i)) {
                    case Piece.Message(var commit) -> handOver(commit, consumer, log);
                    case Piece.File(var change, var commit, var gone) ->
                            files.read(
                                    change,
                                    new Address.InCommit(commit.toString(), change.path()),
                                    gone);
                }
            }
        }
    }

    private static void handOver(
            CommitRange.Commit commit, ArtifactConsumer consumer, CoverageLog log) {
        Address address = new Address.CommitMessage(commit.id().toString());
        try {
            consumer.accept(
                    Artifact.InMemory.of(address, commit.message()), AddedRanges.EVERYTHING);
            log.looked(1, commit.message().length);
        } catch (IOException e) {
            log.skip(address, Reason.UNREADABLE, "it cannot be read");
        }
    }

    /** Everything that the range adds, oldest commit first. */
    private List<Piece> pieces(CoverageLog log) {
        Revisions revisions = new Revisions(repository.refs(), repository.objects());
        Collection<ObjectId> wanted = tips.apply(revisions);
        Collection<ObjectId> unwanted = excluded.apply(revisions);
        repository.objects().problems().forEach(log::skip);
        try (ObjectReader reader = repository.objects().reader()) {
            Set<ObjectId> shallow = repository.shallow(log);
            CommitRange range = new CommitRange(reader, repository.format(), shallow, log::skip);
            List<CommitRange.Commit> commits = range.walk(wanted, unwanted, since);
            log.walked(commits.size());
            List<Piece> pieces = new ArrayList<>();
            Set<PathAndBlob> seen = new HashSet<>();
            for (CommitRange.Commit commit : commits.reversed()) {
                pieces.add(new Piece.Message(commit));
                addFiles(commit, reader, shallow, seen, pieces, log);
            }
            return pieces;
        }
    }

    private record PathAndBlob(String path, ObjectId blob) {}

    private void addFiles(
            CommitRange.Commit commit,
            ObjectReader reader,
            Set<ObjectId> shallow,
            Set<PathAndBlob> seen,
            List<Piece> pieces,
            CoverageLog log) {
        List<Change> changes = new ArrayList<>();
        AddedFiles files =
                new AddedFiles(
                        reader,
                        repository.format(),
                        change -> {
                            if (seen.add(new PathAndBlob(change.path(), change.id()))) {
                                changes.add(change);
                            }
                        },
                        log::skip);
        try {
            List<ObjectId> before = new ArrayList<>();
            List<ObjectId> parents = shallow.contains(commit.id()) ? List.of() : commit.parents();
            for (ObjectId parent : parents) {
                addTree(reader, parent, commit, before);
            }
            files.find(TreeSnapshot.of(reader, repository.format(), commit.tree()), before);
            boolean anyNew = changes.stream().anyMatch(change -> change.before().isEmpty());
            boolean mayMove = anyNew && before.size() == 1;
            List<ObjectId> gone = mayMove ? files.goneFiles(ChangeReader.MOST_GONE) : List.of();
            changes.forEach(change -> pieces.add(new Piece.File(change, commit.id(), gone)));
        } catch (ObjectProblem e) {
            log.skip(e.skip());
        } catch (IOException e) {
            log.skip(
                    new Skip(
                            "commit " + commit.id(), Reason.UNREADABLE, "its tree cannot be read"));
        }
    }

    /** Adds the tree of a parent; without the parent, what it had counts as new. */
    private static void addTree(
            ObjectReader reader, ObjectId parent, CommitRange.Commit commit, List<ObjectId> before)
            throws IOException {
        try {
            ObjectId tree = GitRepository.commit(reader, parent, "commit " + commit.id()).tree();
            if (tree != null) {
                before.add(tree);
            }
        } catch (ObjectProblem e) {
            // The walk over the commits has named it.
            return;
        }
    }
}
