package io.hushgate.source.git;

import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The commits that some tips lead to and others do not, newest first, without walking the whole
 * history: from all ends at once towards the past, until what is left is older than everything that
 * was taken and excluded anyway. Where clocks of committers were wrong by more than that, a commit
 * too many can be taken, never one too few.
 */
final class CommitRange {
    private static final Comparator<Commit> NEWEST_FIRST =
            Comparator.comparingLong((Commit commit) -> commit.time)
                    .thenComparing(commit -> commit.id)
                    .reversed();

    private final ObjectReader reader;
    private final ObjectFormat format;
    private final Set<ObjectId> shallow;
    private final Consumer<Skip> problems;
    private final Map<ObjectId, Commit> known = new HashMap<>();
    private final PriorityQueue<Commit> queue = new PriorityQueue<>(NEWEST_FIRST);
    private int interesting;

    CommitRange(
            ObjectReader reader,
            ObjectFormat format,
            Set<ObjectId> shallow,
            Consumer<Skip> problems) {
        this.reader = reader;
        this.format = format;
        this.shallow = shallow;
        this.problems = problems;
    }

    /** A commit of the range. */
    static final class Commit {
        private final ObjectId id;
        private final @Nullable ObjectId tree;
        private final List<ObjectId> parents;
        private final byte[] message;
        private final long time;
        private boolean excluded;
        private boolean queued;

        private Commit(ObjectId id, CommitReader read, byte[] bytes) {
            this.id = id;
            this.tree = read.tree();
            this.parents = read.parents();
            this.time = read.committedAt();
            int start = read.messageStart();
            this.message = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
        }

        ObjectId id() {
            return id;
        }

        @Nullable ObjectId tree() {
            return tree;
        }

        List<ObjectId> parents() {
            return parents;
        }

        byte[] message() {
            return message;
        }
    }

    /**
     * Walks.
     *
     * @param since seconds since 1970; older commits are left out
     */
    List<Commit> walk(Collection<ObjectId> tips, Collection<ObjectId> excluded, long since) {
        tips.forEach(id -> enter(id, "a ref", false));
        excluded.forEach(id -> enter(id, "a ref", true));
        List<Commit> taken = new ArrayList<>();
        long oldestTaken = Long.MAX_VALUE;
        while (!queue.isEmpty() && (interesting > 0 || queue.peek().time >= oldestTaken)) {
            Commit commit = queue.poll();
            commit.queued = false;
            interesting -= commit.excluded ? 0 : 1;
            if (!commit.excluded && commit.time >= since) {
                taken.add(commit);
                oldestTaken = commit.time;
            }
            if (commit.excluded || commit.time >= since) {
                enterParents(commit);
            }
        }
        taken.removeIf(commit -> commit.excluded);
        return taken;
    }

    private void enterParents(Commit commit) {
        if (shallow.contains(commit.id)) {
            if (!commit.excluded) {
                problems.accept(
                        new Skip(
                                "commit " + commit.id,
                                Reason.SHALLOW,
                                "the clone has nothing before it, so all of it counts as new; run"
                                        + " git fetch --unshallow"));
            }
            return;
        }
        for (ObjectId parent : commit.parents) {
            enter(parent, "commit " + commit.id, commit.excluded);
        }
    }

    private void enter(ObjectId id, String referredToBy, boolean excluded) {
        Commit commit = known.get(id);
        if (commit == null) {
            commit = read(id, referredToBy, excluded);
            if (commit != null) {
                known.put(id, commit);
                commit.excluded = excluded;
                enqueue(commit);
            }
        } else if (excluded && !commit.excluded) {
            commit.excluded = true;
            if (commit.queued) {
                interesting--;
            } else {
                enqueue(commit); // its parents were taken to be wanted
            }
        }
    }

    private void enqueue(Commit commit) {
        commit.queued = true;
        queue.add(commit);
        interesting += commit.excluded ? 0 : 1;
    }

    private @Nullable Commit read(ObjectId id, String referredToBy, boolean excluded) {
        try {
            byte[] bytes = reader.read(id, ObjectKind.COMMIT, referredToBy);
            return new Commit(id, new CommitReader(bytes, bytes.length, format), bytes);
        } catch (ObjectProblem e) {
            if (!excluded) {
                problems.accept(e.skip());
            }
        } catch (IOException e) {
            problems.accept(
                    new Skip("commit " + id, Reason.UNREADABLE, "its object cannot be read"));
        }
        return null;
    }
}
