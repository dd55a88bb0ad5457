package io.hushgate.source.git;

import io.hushgate.core.Reason;
import io.hushgate.core.Skip;
import io.hushgate.source.PathText;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectProblem;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a snapshot that none of the commits before it has in the same place with the
 * same content: for a commit what it changes, for a merge what only the merge itself brings.
 *
 * <p>All trees are stepped through side by side, and a directory that equals one of the old ones is
 * passed over whole.
 */
final class AddedFiles {
    private static final int MAX_DEPTH = 1_000;

    /**
     * A tree can repeat its subtrees until a kilobyte stands for more paths than there are atoms.
     */
    private static final int MAX_DIRECTORIES = 1_000_000;

    private final ObjectReader reader;
    private final ObjectFormat format;
    private final Consumer<Change> changes;
    private final Consumer<Skip> problems;
    private final List<Entry> gone = new ArrayList<>();
    private byte[] path = new byte[256];
    private int directories;

    AddedFiles(
            ObjectReader reader,
            ObjectFormat format,
            Consumer<Change> changes,
            Consumer<Skip> problems) {
        this.reader = reader;
        this.format = format;
        this.changes = changes;
        this.problems = problems;
    }

    /** Something that the commit before had. */
    private record Entry(boolean directory, ObjectId id) {}

    /**
     * Compares.
     *
     * @param before the trees of the commits before; none for the first commit
     */
    void find(Snapshot now, List<ObjectId> before) throws IOException {
        gone.clear();
        directories = 0;
        List<@Nullable ObjectId> trees = new ArrayList<>(before);
        walk(now, trees, 0, 0);
    }

    private void walk(Snapshot now, List<@Nullable ObjectId> before, int prefix, int depth)
            throws IOException {
        if (depth > MAX_DEPTH || ++directories > MAX_DIRECTORIES) {
            Reason reason = depth > MAX_DEPTH ? Reason.LIMIT_DEPTH : Reason.LIMIT_ENTRIES;
            problems.accept(
                    new Skip(
                            PathText.of(path, 0, prefix),
                            reason,
                            "a tree with more directories than any honest one"));
            return;
        }
        List<OldDirectory> olds = new ArrayList<>(before.size());
        for (ObjectId tree : before) {
            olds.add(new OldDirectory(TreeSnapshot.of(reader, format, tree)));
        }
        while (now.advance()) {
            olds.forEach(old -> old.stepTo(now));
            ObjectId id = now.id();
            if (olds.stream().anyMatch(old -> old.equalsEntry(id))) {
                continue;
            }
            int length = append(now, prefix);
            if (now.isDirectory()) {
                walkInto(now, olds, length, depth);
            } else if (id != null) {
                List<ObjectId> oldFiles =
                        olds.stream().flatMap(old -> old.matching().stream()).toList();
                changes.accept(new Change(PathText.of(path, 0, length), now.mode(), id, oldFiles));
            }
        }
        olds.forEach(OldDirectory::finish);
    }

    private void walkInto(Snapshot now, List<OldDirectory> olds, int length, int depth)
            throws IOException {
        List<@Nullable ObjectId> below = new ArrayList<>(olds.size());
        olds.forEach(old -> below.add(old.matching().stream().findFirst().orElse(null)));
        path = path.length > length ? path : Arrays.copyOf(path, 2 * length + 1);
        path[length] = '/';
        try {
            walk(now.directory(), below, length + 1, depth + 1);
        } catch (ObjectProblem e) {
            problems.accept(e.skip());
        }
    }

    private int append(Snapshot now, int prefix) {
        int nameLength = now.nameEnd() - now.nameStart();
        if (path.length < prefix + nameLength) {
            path = Arrays.copyOf(path, 2 * (prefix + nameLength));
        }
        System.arraycopy(now.bytes(), now.nameStart(), path, prefix, nameLength);
        return prefix + nameLength;
    }

    /**
     * The blobs that the commit before had at paths which are gone now, at most so many; what moved
     * elsewhere is found among them.
     */
    List<ObjectId> goneFiles(int most) throws IOException {
        List<ObjectId> files = new ArrayList<>();
        List<Entry> open = new ArrayList<>(gone.reversed());
        while (!open.isEmpty() && files.size() < most) {
            Entry entry = open.removeLast();
            if (!entry.directory) {
                files.add(entry.id);
                continue;
            }
            byte[] tree = reader.read(entry.id, ObjectKind.TREE, "the commit before");
            TreeCursor cursor = new TreeCursor(tree, format);
            while (cursor.advance()) {
                if (!cursor.isSubmodule() && open.size() < most) {
                    open.add(new Entry(cursor.isDirectory(), cursor.id()));
                }
            }
        }
        return files;
    }

    /** The directory as one of the commits before had it. */
    private final class OldDirectory {
        private final Snapshot old;
        private boolean more;
        private boolean match;

        OldDirectory(Snapshot old) {
            this.old = old;
            this.more = old.advance();
        }

        /** Steps to the entry of the same name, past those that are gone. */
        void stepTo(Snapshot now) {
            if (match) {
                more = old.advance();
            }
            int order = more ? compare(old, now) : 1;
            while (order < 0) {
                noteGone();
                more = old.advance();
                order = more ? compare(old, now) : 1;
            }
            match = order == 0;
        }

        void finish() {
            if (match) {
                more = old.advance();
            }
            while (more) {
                noteGone();
                more = old.advance();
            }
        }

        private void noteGone() {
            ObjectId id = old.id();
            boolean submodule = (old.mode() & TreeCursor.TYPE_MASK) == TreeCursor.SUBMODULE;
            if (id != null && !submodule) {
                gone.add(new Entry(old.isDirectory(), id));
            }
        }

        boolean equalsEntry(@Nullable ObjectId id) {
            return match && Objects.equals(id, old.id());
        }

        /** The object of the same name; none or one. */
        List<ObjectId> matching() {
            ObjectId id = match ? old.id() : null;
            return id == null ? List.of() : List.of(id);
        }
    }

    /** Git's order: a directory sorts as if its name ended in a slash. */
    private static int compare(Snapshot a, Snapshot b) {
        int lengthA = a.nameEnd() - a.nameStart();
        int lengthB = b.nameEnd() - b.nameStart();
        int common = Math.min(lengthA, lengthB);
        int order =
                Arrays.compareUnsigned(
                        a.bytes(),
                        a.nameStart(),
                        a.nameStart() + common,
                        b.bytes(),
                        b.nameStart(),
                        b.nameStart() + common);
        return order != 0 ? order : Integer.compare(after(a, common), after(b, common));
    }

    private static int after(Snapshot entry, int length) {
        if (entry.nameStart() + length < entry.nameEnd()) {
            return entry.bytes()[entry.nameStart() + length] & 0xff;
        }
        return entry.isDirectory() ? '/' : 0;
    }
}
