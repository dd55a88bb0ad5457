package io.hushgate.cli.gitleaks;

import io.hushgate.rules.gitleaks.Fragment;
import io.hushgate.rules.gitleaks.GitleaksConfig;
import io.hushgate.source.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.AndRevFilter;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.revwalk.filter.MaxCountRevFilter;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.revwalk.filter.SkipRevFilter;

/**
 * What each commit adds to its parent, hunk by hunk without context, as {@code git log -p -U0}
 * shows it: merges show nothing.
 */
final class CommitPatches implements FragmentSource {
    private final Path repository;
    private final LogOptions options;
    private final boolean plain;

    private CommitPatches(Path repository, LogOptions options, boolean plain) {
        this.repository = repository;
        this.options = options;
        this.plain = plain;
    }

    /**
     * The commits that options of {@code git log} choose; all of all refs without any.
     *
     * @throws LeakProblem when an option is not understood
     */
    static CommitPatches of(Path repository, String logOptions) {
        return new CommitPatches(repository, LogOptions.parse(logOptions), logOptions.isEmpty());
    }

    @Override
    public void read(
            GitleaksConfig config,
            Workers workers,
            Supplier<Consumer<Fragment>> looks,
            LeakLog log) {
        try (Repository opened = Repositories.open(repository)) {
            List<ObjectId> commits = commits(opened);
            AtomicInteger next = new AtomicInteger();
            workers.run(() -> {
                Consumer<Fragment> look = looks.get();
                try (RevWalk walk = new RevWalk(opened);
                        Hunks hunks = new Hunks(opened, plain, options.paths)) {
                    for (int i = next.getAndIncrement();
                            i < commits.size();
                            i = next.getAndIncrement()) {
                        read(walk, commits.get(i), hunks, look, log);
                    }
                }
            });
            log.info("%d commits scanned.".formatted(commits.size()));
        } catch (IOException e) {
            throw new LeakProblem(
                    "%s: the repository cannot be read; check it with git fsck"
                            .formatted(repository));
        }
    }

    private void read(
            RevWalk walk, ObjectId id, Hunks hunks, Consumer<Fragment> look, LeakLog log) {
        try {
            RevCommit commit = walk.parseCommit(id);
            RevCommit parent =
                    commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
            Optional<Fragment.Commit> shown = Optional.of(CommitText.of(commit));
            hunks.between(
                    parent == null ? null : parent.getTree(),
                    commit.getTree(),
                    (path, line, bytes) -> look.accept(new Fragment(path, "", shown, line, bytes)));
        } catch (IOException e) {
            log.error("commit %s cannot be read".formatted(id.name()));
        }
    }

    private List<ObjectId> commits(Repository opened) throws IOException {
        try (RevWalk walk = new RevWalk(opened)) {
            walk.setFirstParent(options.firstParent);
            walk.setRetainBody(false);
            walk.setRevFilter(filter());
            start(opened, walk);
            List<ObjectId> ids = new ArrayList<>();
            for (RevCommit commit : walk) {
                if (commit.getParentCount() <= 1 || options.firstParent) {
                    ids.add(commit.copy());
                }
            }
            return ids;
        }
    }

    private void start(Repository opened, RevWalk walk) throws IOException {
        for (String prefix : options.refs) {
            for (Ref ref : opened.getRefDatabase().getRefsByPrefix(prefix)) {
                if (ref.getObjectId() != null
                        && walk.peel(walk.parseAny(ref.getObjectId()))
                                instanceof RevCommit commit) {
                    walk.markStart(commit);
                }
            }
        }
        for (String revision : options.revisions) {
            boolean excluded = revision.startsWith("^");
            String name = excluded ? revision.substring(1) : revision;
            ObjectId id = opened.resolve(name);
            if (id == null) {
                throw new LeakProblem("--log-opts %s: there is no such revision".formatted(name));
            }
            RevObject object = walk.peel(walk.parseAny(id));
            if (object instanceof RevCommit commit && excluded) {
                walk.markUninteresting(commit);
            } else if (object instanceof RevCommit commit) {
                walk.markStart(commit);
            }
        }
    }

    private RevFilter filter() {
        List<RevFilter> filters = new ArrayList<>(List.of(RevFilter.ALL, RevFilter.ALL));
        if (options.since != null) {
            filters.add(CommitTimeRevFilter.after(options.since));
        }
        if (options.until != null) {
            filters.add(CommitTimeRevFilter.before(options.until));
        }
        if (options.skip > 0) {
            filters.add(SkipRevFilter.create(options.skip));
        }
        if (options.maxCount != Integer.MAX_VALUE) {
            filters.add(MaxCountRevFilter.create(options.maxCount));
        }
        return AndRevFilter.create(filters);
    }
}
