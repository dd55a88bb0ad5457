package io.hushgate.source.git;

import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectKind;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A directory of a commit. */
final class TreeSnapshot implements Snapshot {
    private static final byte[] NOTHING = {};

    private final ObjectReader reader;
    private final ObjectFormat format;
    private final TreeCursor cursor;

    private TreeSnapshot(ObjectReader reader, ObjectFormat format, byte[] tree) {
        this.reader = reader;
        this.format = format;
        this.cursor = new TreeCursor(tree, format);
    }

    /** Reads a tree; null is an empty one. */
    static TreeSnapshot of(ObjectReader reader, ObjectFormat format, @Nullable ObjectId id)
            throws IOException {
        byte[] tree =
                id == null ? NOTHING : reader.read(id, ObjectKind.TREE, "a commit or another tree");
        return new TreeSnapshot(reader, format, tree);
    }

    @Override
    public boolean advance() {
        return cursor.advance();
    }

    @Override
    public boolean isDirectory() {
        return cursor.isDirectory();
    }

    @Override
    public int mode() {
        return cursor.mode();
    }

    @Override
    public byte[] bytes() {
        return cursor.bytes();
    }

    @Override
    public int nameStart() {
        return cursor.nameStart();
    }

    @Override
    public int nameEnd() {
        return cursor.nameEnd();
    }

    @Override
    public ObjectId id() {
        return cursor.id();
    }

    @Override
    public Snapshot directory() throws IOException {
        return of(reader, format, cursor.id());
    }
}
