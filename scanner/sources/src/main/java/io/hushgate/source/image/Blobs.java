package io.hushgate.source.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where the blobs of images lie. Safe for use by several threads. */
interface Blobs extends Closeable {
    /**
     * Opens a blob, which may be something else than its digest says.
     *
     * @throws MissingBlob when it is not there
     */
    InputStream open(Descriptor blob) throws IOException;

    /**
     * Reads the document that everything else follows from, or another by its name.
     *
     * @throws MissingBlob when it is not there
     */
    byte[] document(String name) throws IOException;

    /**
     * Tells whether what keeps the blobs names them by their digests and everybody who gets one
     * from there checks it, so that one that is known need not be had again.
     */
    default boolean areNamedByDigest() {
        return false;
    }

    /** A blob that a manifest names and that is not kept with it. */
    final class MissingBlob extends IOException {
        MissingBlob(String name) {
            super(name + " is missing");
        }
    }

    /** Reads a small blob as a whole, and holds it to its digest. */
    default byte[] bytes(Descriptor blob) throws IOException {
        try (InputStream in = open(blob)) {
            byte[] bytes = in.readNBytes(Json.MAX_BYTES + 1);
            if (bytes.length > Json.MAX_BYTES) {
                throw new IOException("a document of more than %d bytes".formatted(Json.MAX_BYTES));
            }
            if (!blob.digest().isOf(bytes)) {
                throw new WrongDigest();
            }
            return bytes;
        }
    }

    /** A blob whose bytes are not those that its digest is of. */
    final class WrongDigest extends IOException {
        WrongDigest() {
            super("its bytes are not those that its digest is of");
        }
    }
}
