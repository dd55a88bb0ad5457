package io.hushgate.source.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The entries of one archive, one after the other: {@link #next}, then the rest about that entry,
 * and again. What a decoder throws over hostile bytes is always an {@link IOException}.
 */
interface Entries extends Closeable {
    /** What can be had of an entry. */
    enum Kind {
        /** Its content. */
        FILE,
        /** Its content, which is no container although it may look like one. */
        AS_IT_IS,
        /** Nothing, for it has none: a directory, a device, a link to another entry. */
        NO_CONTENT,
        /** Nothing, for what it links to lies outside of the archive. */
        LINK_OUTSIDE,
        ENCRYPTED,
        /** Packed in a way that is not read. */
        UNSUPPORTED,
        /** More than is taken apart at once; its bytes come as an entry of their own. */
        TOO_LARGE
    }

    /** Goes to the next entry; false at the end. */
    boolean next() throws IOException;

    String name();

    Kind kind();

    /** The content, good until the next entry. */
    InputStream content() throws IOException;
}
