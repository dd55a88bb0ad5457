package io.hushgate.source.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;

/** The members of a Debian package. */
final class DebianEntries implements Entries {
    private final ArArchiveInputStream ar;
    private String name = "";

    DebianEntries(InputStream in) {
        this.ar = new ArArchiveInputStream(in);
    }

    @Override
    public boolean next() throws IOException {
        try {
            ArArchiveEntry entry = ar.getNextEntry();
            if (entry == null) {
                return false;
            }
            name = EntryName.of(entry.getName());
            return true;
        } catch (RuntimeException e) {
            throw new IOException("a member that makes no sense", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public InputStream content() {
        return ar;
    }

    @Override
    public void close() throws IOException {
        ar.close();
    }
}
