package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A directory of what is staged: a run of index entries whose paths start alike. Leaves out entries
 * that only announce a file and entries in conflict, which a commit does not have.
 */
final class StagedSnapshot implements Snapshot {
    private final ObjectReader reader;
    private final StagingIndex index;
    private final @Nullable CacheTree known;
    private final int end;
    private final int prefix;
    private int entry;
    private int next;
    private int nameEnd;
    private boolean directory;

    private StagedSnapshot(
            ObjectReader reader,
            StagingIndex index,
            @Nullable CacheTree known,
            int from,
            int end,
            int prefix) {
        this.reader = reader;
        this.index = index;
        this.known = known;
        this.next = from;
        this.end = end;
        this.prefix = prefix;
    }

    /** The root of what is staged. */
    static StagedSnapshot of(ObjectReader reader, StagingIndex index) {
        return new StagedSnapshot(reader, index, index.cacheTree(), 0, index.count(), 0);
    }

    @Override
    public boolean advance() {
        while (next < end && (index.stage(next) != 0 || index.isIntentToAdd(next))) {
            next++;
        }
        if (next >= end) {
            return false;
        }
        entry = next;
        byte[] text = index.text();
        int pathEnd = index.pathEnd(entry);
        int slash = nameStart();
        while (slash < pathEnd && text[slash] != '/') {
            slash++;
        }
        nameEnd = slash;
        directory = slash < pathEnd;
        next++;
        while (directory && next < end && isInDirectory(next)) {
            next++;
        }
        return true;
    }

    private boolean isInDirectory(int other) {
        int length = nameEnd + 1 - index.pathStart(entry);
        int start = index.pathStart(other);
        if (index.pathEnd(other) - start < length) {
            return false;
        }
        byte[] text = index.text();
        // Sorted neighbours share all that comes before, so the end tells them apart first.
        for (int i = length - 1; i >= prefix; i--) {
            if (text[start + i] != text[index.pathStart(entry) + i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the entry is a whole directory of a sparse index. */
    private boolean isTree() {
        return directory && nameEnd + 1 == index.pathEnd(entry);
    }

    @Override
    public boolean isDirectory() {
        return directory;
    }

    @Override
    public int mode() {
        return directory ? TreeCursor.DIRECTORY : index.mode(entry);
    }

    @Override
    public byte[] bytes() {
        return index.text();
    }

    @Override
    public int nameStart() {
        return index.pathStart(entry) + prefix;
    }

    @Override
    public int nameEnd() {
        return nameEnd;
    }

    @Override
    public @Nullable ObjectId id() {
        if (!directory || isTree()) {
            return index.id(entry);
        }
        CacheTree child = child();
        return child == null ? null : child.id();
    }

    private @Nullable CacheTree child() {
        return known == null ? null : known.child(index.text(), nameStart(), nameEnd);
    }

    @Override
    public Snapshot directory() throws IOException {
        if (isTree()) {
            ObjectId tree = index.id(entry);
            return TreeSnapshot.of(reader, tree.format(), tree);
        }
        int length = nameEnd + 1 - index.pathStart(entry);
        return new StagedSnapshot(reader, index, child(), entry, next, length);
    }
}
