package io.hushgate.source.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip in the order in which they lie there, also those that its central directory
 * does not list.
 */
final class ZipEntries implements Entries {
    private final ZipTail tail;
    private final ZipArchiveInputStream zip;
    private @Nullable ZipArchiveEntry entry;

    ZipEntries(InputStream in) {
        this.tail = new ZipTail(in);
        this.zip = new ZipArchiveInputStream(tail, "UTF-8", true, false);
    }

    @Override
    public boolean next() throws IOException {
        try {
            entry = zip.getNextEntry();
            if (entry == null && !tail.hasEnd()) {
                throw new EOFException("a zip without its end");
            }
            return entry != null;
        } catch (UnsupportedZipFeatureException e) {
            throw new Unsupported(e);
        } catch (RuntimeException e) {
            throw new IOException("a zip entry that makes no sense", e);
        }
    }

    private ZipArchiveEntry entry() {
        if (entry == null) {
            throw new IllegalStateException("no entry yet");
        }
        return entry;
    }

    @Override
    public String name() {
        byte[] raw = entry().getRawName();
        return raw == null
                ? EntryName.of(entry().getName())
                : EntryName.of(raw, 0, Math.min(raw.length, EntryName.MAX_BYTES));
    }

    @Override
    public Kind kind() {
        if (entry().getGeneralPurposeBit().usesEncryption()) {
            return Kind.ENCRYPTED;
        }
        if (entry().isDirectory()) {
            return Kind.NO_CONTENT;
        }
        return zip.canReadEntryData(entry()) ? Kind.FILE : Kind.UNSUPPORTED;
    }

    @Override
    public InputStream content() {
        return zip;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
