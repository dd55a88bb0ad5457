package io.hushgate.source.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** The entries of a 7z, whose list stands at its end. */
final class SevenZipEntries implements Entries {
    /** What a 7z may ask for to be unpacked; its own {@code ultra} level asks for 64 MiB. */
    private static final int MAX_KIBIBYTES = 70 * 1024;

    private final Spool spool;
    private final SevenZFile file;
    private @Nullable SevenZArchiveEntry entry;

    private SevenZipEntries(Spool spool, SevenZFile file) {
        this.spool = spool;
        this.file = file;
    }

    /**
     * Opens an archive.
     *
     * @throws Encrypted when its list of entries is
     */
    static SevenZipEntries open(InputStream in) throws IOException {
        Spool spool = Spool.of(in);
        try {
            SevenZFile file =
                    SevenZFile.builder()
                            .setSeekableByteChannel(spool.channel())
                            .setMaxMemoryLimitKiB(MAX_KIBIBYTES)
                            .get();
            return new SevenZipEntries(spool, file);
        } catch (PasswordRequiredException e) {
            spool.close();
            throw new Encrypted(e);
        } catch (RuntimeException e) {
            spool.close();
            throw new IOException("a list of entries that makes no sense", e);
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            entry = file.getNextEntry();
        } catch (PasswordRequiredException e) {
            throw new Encrypted(e);
        } catch (RuntimeException e) {
            throw new IOException("an entry that makes no sense", e);
        }
        return entry != null;
    }

    @Override
    public String name() {
        String name = entry == null ? null : entry.getName();
        return name == null ? "" : EntryName.of(name);
    }

    @Override
    public Kind kind() {
        return entry != null && entry.hasStream() && !entry.isDirectory()
                ? Kind.FILE
                : Kind.NO_CONTENT;
    }

    @Override
    public InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                try {
                    return file.read(into, offset, length);
                } catch (PasswordRequiredException e) {
                    throw new Encrypted(e);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        try (spool) {
            file.close();
        }
    }
}
