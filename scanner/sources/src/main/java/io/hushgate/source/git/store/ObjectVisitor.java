package io.hushgate.source.git.store;

import io.hushgate.core.Lineage;
import java.io.IOException;
import java.io.InputStream;

/** Takes the objects of one worker of a {@link PackScan}, on that worker's thread. */
public interface ObjectVisitor {
    /**
     * Takes an object that lies in memory.
     *
     * @param bytes reused for the next object; {@code [0, length)} is this one
     * @param lineage which other object of the same worker it is built on
     */
    void visit(ObjectKind kind, ObjectId id, byte[] bytes, int length, Lineage lineage)
            throws IOException;

    /**
     * Takes a blob that is too large for memory.
     *
     * @param content closed by the caller
     */
    void visitLarge(ObjectId id, InputStream content) throws IOException;
}
