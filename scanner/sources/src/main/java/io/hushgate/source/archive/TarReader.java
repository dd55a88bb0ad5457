package io.hushgate.source.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar in one pass: {@link #next}, then the fields and {@link #content}, and again. Long
 * names of GNU tar and of pax are read up to a bound; of a sparse file its pieces come without the
 * holes between them, so that a file that claims a terabyte costs what is stored of it.
 *
 * <p>Not the reader of Commons Compress, which keeps a name of any length in memory. Formats:
 * POSIX.1-2017 {@code pax}, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
 */
public final class TarReader implements Closeable {
    private final InputStream in;
    private final byte[] block = new byte[TarHeader.BYTES];
    private final PaxRecords global = new PaxRecords();
    private String name = "";
    private String link = "";
    private char type = '0';
    private int mode;
    private long size;
    private long left;
    private long padding;
    private long position;
    private boolean ended;

    /** Reads from here on. */
    public TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next entry, past the rest of this one.
     *
     * @return false at the end: two blocks of zeros, or no more bytes
     * @throws IOException when the bytes are no tar, or end within an entry
     */
    public boolean next() throws IOException {
        if (ended) {
            return false;
        }
        PaxRecords own = new PaxRecords();
        String longName = null;
        String longLink = null;
        while (true) {
            skipRest();
            if (!header()) {
                ended = true;
                return false;
            }
            type = TarHeader.type(block);
            size = TarHeader.size(block);
            switch (type) {
                case 'L' -> longName = longText();
                case 'K' -> longLink = longText();
                case 'x' -> own.read(extension(PaxRecords.MAX_BYTES));
                case 'g' -> global.read(extension(PaxRecords.MAX_BYTES));
                default -> {
                    settle(own, longName, longLink);
                    return true;
                }
            }
        }
    }

    private void settle(PaxRecords own, @Nullable String longName, @Nullable String longLink)
            throws IOException {
        name = own.first(global, "path", longName == null ? TarHeader.name(block) : longName);
        link = own.first(global, "linkpath", longLink == null ? TarHeader.link(block) : longLink);
        name = own.first(global, "GNU.sparse.name", name);
        mode = TarHeader.mode(block);
        size = own.size(global, size);
        if (type == 'S') {
            boolean first = true;
            while (TarHeader.hasMorePieces(block, first)) {
                fill();
                first = false;
            }
        }
        // A link of old archives may claim the size of what it leads to, and bring nothing.
        left = type == '1' || type == '2' || type == '5' ? 0 : size;
        padding = padding(left);
    }

    private static long padding(long size) {
        return -size & (TarHeader.BYTES - 1);
    }

    /** Reads a header; false at the end of the archive. */
    private boolean header() throws IOException {
        int got = in.readNBytes(block, 0, block.length);
        position += got;
        if (got == 0 || (got == block.length && TarHeader.isZero(block))) {
            return false;
        }
        if (got < block.length) {
            throw new EOFException("a tar that ends within a header");
        }
        if (!TarHeader.isSummed(block, 0)) {
            throw new IOException("a tar header whose checksum is wrong");
        }
        return true;
    }

    private void fill() throws IOException {
        int got = in.readNBytes(block, 0, block.length);
        position += got;
        if (got < block.length) {
            throw new EOFException("a tar that ends within a header");
        }
    }

    private String longText() throws IOException {
        byte[] bytes = extension(EntryName.MAX_BYTES);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return EntryName.of(bytes, 0, end);
    }

    /** Reads what an extension header brings; its length was given by whoever made the archive. */
    private byte[] extension(int most) throws IOException {
        if (size > most) {
            throw new IOException("a tar header of %d bytes".formatted(size));
        }
        byte[] bytes = in.readNBytes((int) size);
        position += bytes.length;
        if (bytes.length < size) {
            throw new EOFException("a tar that ends within a header");
        }
        left = 0;
        padding = padding(size);
        return bytes;
    }

    /**
     * Goes behind the entry. That the last one is not filled up to a whole block, as umoci's are
     * not, costs nothing of what it holds.
     */
    private void skipRest() throws IOException {
        try {
            in.skipNBytes(left);
        } catch (EOFException e) {
            throw new EOFException("a tar that ends within an entry");
        }
        position += left + padding;
        left = 0;
        try {
            in.skipNBytes(padding);
        } catch (EOFException e) {
            position -= padding; // there is no next entry
        }
        padding = 0;
    }

    /** The name of the entry, with {@code /}, as it stands there: {@code ..} too. */
    public String name() {
        return name;
    }

    /** What a link leads to. */
    public String link() {
        return link;
    }

    /** Permission bits. */
    public int mode() {
        return mode;
    }

    /** How many bytes the entry says it has. */
    public long size() {
        return size;
    }

    /** Where the content of the entry begins, counted from the start of the archive. */
    public long contentStart() {
        return position;
    }

    /** Tells whether the entry has content: not a link, directory or device. */
    public boolean isFile() {
        return type == '0' || type == '7' || type == 'S';
    }

    public boolean isDirectory() {
        return type == '5' || (type == '0' && name.endsWith("/"));
    }

    public boolean isSymbolicLink() {
        return type == '2';
    }

    public boolean isHardLink() {
        return type == '1';
    }

    /** The content of the entry; good until the next one, and closing it closes nothing. */
    public InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return TarReader.this.read(into, offset, length);
            }
        };
    }

    /** Reads of the content as {@link InputStream#read(byte[], int, int)} does. */
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int got = in.read(into, offset, (int) Math.min(length, left));
        if (got < 0) {
            throw new EOFException("a tar that ends within an entry");
        }
        left -= got;
        position += got;
        return got;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
