package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.Coverage;
import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.ConsumerFactory;
import io.hushgate.source.CoverageLog;
import io.hushgate.source.Source;
import io.hushgate.source.Workers;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectNumbers;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import io.hushgate.source.git.store.PackScan;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole history: every distinct blob once ({@link Address.GitObject}), and the messages of all
 * commits and annotated tags. Branches, tags, remote branches, notes, the heads of all work trees
 * and every stash count; other reflogs do not.
 *
 * <p>Blobs come in the order in which they are stored, which is many times as fast as commit by
 * commit, and so before it is known who refers to them. What no ref leads to any more comes too.
 * After reading, {@link #attribute} tells where in the history something is; what has no
 * attribution is not part of the history, and whoever reports drops it.
 */
public final class HistorySource implements Source {
    /** Objects whose absence is noticed; more are of the same kind. */
    private static final int MOST_MISSING = 10_000;

    private final GitRepository repository;
    private final Supplier<Set<Address>> found;
    private final boolean textsAlone;
    private final Map<Address, Attribution> known = new HashMap<>();
    private Set<Address> answered = Set.of();
    private @Nullable CommitGraph graph;
    private @Nullable ObjectNumbers numbers;
    private @Nullable TagReader tags;

    private HistorySource(
            GitRepository repository, Supplier<Set<Address>> found, boolean textsAlone) {
        this.repository = repository;
        this.found = found;
        this.textsAlone = textsAlone;
    }

    /** The whole history of a repository. */
    public static HistorySource of(GitRepository repository) {
        return of(repository, Set::of);
    }

    /**
     * The whole history of a repository.
     *
     * @param found what {@link #attribute} will be asked about, as far as it is known when all was
     *     handed over: objects that are missing are looked for in the trees then, and both in one
     *     walk
     */
    public static HistorySource of(GitRepository repository, Supplier<Set<Address>> found) {
        return new HistorySource(repository, found, false);
    }

    /**
     * The same artifacts without what is needed to {@link #attribute} them, for whoever has read
     * the history already.
     */
    public static Source texts(GitRepository repository) {
        return new HistorySource(repository, Set::of, true);
    }

    @Override
    public Coverage read(Workers workers, ConsumerFactory consumers) {
        CoverageLog log = new CoverageLog();
        repository.objects().problems().forEach(log::skip);
        TagReader refs = TagReader.read(repository, log);
        tags = refs;
        ObjectNumbers numbered = numbers();
        CommitGraph.Log commits = new CommitGraph.Log();
        Set<ObjectId> missing = ConcurrentHashMap.newKeySet();
        AtomicBoolean tagsTaken = new AtomicBoolean();
        PackScan.run(
                repository.objects(),
                textsAlone
                        ? Set.of(ObjectKind.COMMIT, ObjectKind.BLOB)
                        : Set.of(ObjectKind.COMMIT, ObjectKind.TREE, ObjectKind.BLOB),
                workers,
                () -> {
                    HistoryVisitor visitor =
                            new HistoryVisitor(
                                    consumers.newConsumer(),
                                    log,
                                    numbered,
                                    repository.format(),
                                    commits,
                                    id -> {
                                        if (missing.size() < MOST_MISSING) {
                                            missing.add(id);
                                        }
                                    });
                    if (tagsTaken.compareAndSet(false, true)) {
                        refs.handOver(visitor);
                    }
                    return visitor;
                },
                log::skip);
        if (textsAlone) {
            return log.coverage();
        }
        Set<ObjectId> shallow = repository.shallow(log);
        for (ObjectId commit : shallow) {
            log.skip(
                    new Skip(
                            "commit " + commit,
                            Reason.SHALLOW,
                            "the clone has nothing before it; run git fetch --unshallow, or clone"
                                    + " with full depth (fetch-depth: 0)"));
        }
        graph = CommitGraph.of(numbered, commits, refs.tips(), shallow, log::skip);
        log.walked(graph.reachableCount());
        if (!missing.isEmpty()) {
            noteMissing(missing, workers, log);
        }
        return log.coverage();
    }

    private ObjectNumbers numbers() {
        if (numbers == null) {
            try {
                numbers = ObjectNumbers.of(repository.objects());
            } catch (IOException e) {
                throw GitRepository.unreadable(repository.directory().toString(), e);
            }
        }
        return numbers;
    }

    /** Names objects that reachable trees lack; what only an unreachable tree lacks is no loss. */
    private void noteMissing(Set<ObjectId> missing, Workers workers, CoverageLog log) {
        Set<Address> asked = new HashSet<>(found.get());
        missing.forEach(id -> asked.add(new Address.GitObject(id.toString())));
        known.putAll(walk(asked, workers));
        answered = asked;
        for (ObjectId id : missing) {
            Attribution at = known.get(new Address.GitObject(id.toString()));
            if (at != null) {
                String paths = String.join(", ", at.paths());
                log.skip(ObjectProblem.missing(id.toString(), at.first().id() + ":" + paths));
            }
        }
    }

    /**
     * Tells where in the history things are; reads all trees again, and nothing else, unless {@link
     * #read} had to.
     *
     * <p>Of one thing at most 64 paths and 100 refs are named, the first in order.
     *
     * @param asked addresses that {@link #read} handed over
     * @return nothing for what no ref leads to
     */
    public Map<Address, Attribution> attribute(Set<Address> asked, Workers workers) {
        if (answered.isEmpty() || !answered.containsAll(asked)) {
            return walk(asked, workers);
        }
        Map<Address, Attribution> answers = new HashMap<>(known);
        answers.keySet().retainAll(asked);
        return answers;
    }

    private Map<Address, Attribution> walk(Set<Address> asked, Workers workers) {
        if (graph == null || tags == null) {
            throw new IllegalStateException("a history is read before it is asked about");
        }
        try (ObjectReader reader = repository.objects().reader()) {
            return new Attributor(repository, reader, numbers(), graph, tags)
                    .attribute(asked, workers);
        }
    }
}
