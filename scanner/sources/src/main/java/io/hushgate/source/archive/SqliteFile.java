package io.hushgate.source.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of an SQLite database, page by page (SQLite's "Database File Format", sections 1.3,
 * 1.6 and 2.1). Reads the rows that are there; of a row its first megabyte. Every page is visited
 * once, so that no loop of a hostile file is followed.
 */
final class SqliteFile {
    private static final int HEADER = 100;
    private static final int MOST_OF_A_ROW = 1 << 20;

    /** What SQLite itself cannot be built to go beyond (SQLITE_MAX_COLUMN). */
    private static final int MOST_COLUMNS = 32_767;

    private static final int LEAF = 0x0d;
    private static final int INTERIOR = 0x05;

    private final SeekableByteChannel channel;
    private final int pageBytes;
    private final int usableBytes;
    private final Charset charset;

    private SqliteFile(
            SeekableByteChannel channel, int pageBytes, int usableBytes, Charset charset) {
        this.channel = channel;
        this.pageBytes = pageBytes;
        this.usableBytes = usableBytes;
        this.charset = charset;
    }

    /**
     * A row.
     *
     * @param cells null for what is neither text nor readable bytes
     * @param root what stands fourth as a number: in the schema, where a table begins
     */
    record Row(List<@Nullable String> cells, int root) {}

    /** Reads the header. */
    static SqliteFile open(SeekableByteChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        channel.position(0);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // until it is full
        }
        int size = header.getShort(16) & 0xffff;
        int pageBytes = size == 1 ? 65_536 : size;
        int usable = pageBytes - (header.get(20) & 0xff);
        if (Integer.bitCount(pageBytes) != 1 || pageBytes < 512 || usable < 480) {
            throw new IOException("a database with pages of no size");
        }
        Charset charset =
                switch (header.getInt(56)) {
                    case 2 -> StandardCharsets.UTF_16LE;
                    case 3 -> StandardCharsets.UTF_16BE;
                    default -> StandardCharsets.UTF_8;
                };
        return new SqliteFile(channel, pageBytes, usable, charset);
    }

    /** The rows of a table, whose tree begins at a page; the schema's at 1. */
    Rows rows(int root) {
        return new Rows(root);
    }

    private ByteBuffer page(int number) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(pageBytes);
        channel.position((number - 1L) * pageBytes);
        while (page.hasRemaining() && channel.read(page) >= 0) {
            // until it is full or the file at its end
        }
        if (page.hasRemaining()) {
            throw new IOException("a database without a page that it needs");
        }
        return page;
    }

    private boolean isPage(int number) throws IOException {
        return number > 0 && number <= (channel.size() + pageBytes - 1) / pageBytes;
    }

    /** Walks over a table. */
    final class Rows {
        private final Deque<Integer> open = new ArrayDeque<>();
        private final BitSet seen = new BitSet();
        private ByteBuffer leaf = ByteBuffer.allocate(0);
        private int start;
        private int cell;
        private int cells;

        Rows(int root) {
            open.push(root);
        }

        /** The next row; empty at the end. */
        Optional<Row> next() throws IOException {
            try {
                while (cell == cells) {
                    if (open.isEmpty()) {
                        return Optional.empty();
                    }
                    enter(open.pop());
                }
                int at = leaf.getShort(start + 8 + 2 * cell++) & 0xffff;
                return Optional.of(row(at));
            } catch (RuntimeException e) {
                throw new IOException("a database whose page makes no sense", e);
            }
        }

        private void enter(int number) throws IOException {
            if (!isPage(number) || seen.get(number)) {
                return;
            }
            seen.set(number);
            ByteBuffer page = page(number);
            int header = number == 1 ? HEADER : 0;
            int count = page.getShort(header + 3) & 0xffff;
            if (page.get(header) == LEAF) {
                leaf = page;
                start = header;
                cell = 0;
                cells = count;
            } else if (page.get(header) == INTERIOR) {
                open.push(page.getInt(header + 8));
                for (int i = count - 1; i >= 0; i--) {
                    open.push(page.getInt(page.getShort(header + 12 + 2 * i) & 0xffff));
                }
            }
        }

        private Row row(int at) throws IOException {
            leaf.position(at);
            long length = varint(leaf);
            varint(leaf);
            int local = localBytes(length);
            byte[] payload = new byte[(int) Math.min(length, MOST_OF_A_ROW)];
            int first = Math.min(local, payload.length);
            leaf.get(leaf.position(), payload, 0, first);
            if (first < payload.length) {
                overflow(leaf.getInt(leaf.position() + local), payload, first);
            }
            return record(ByteBuffer.wrap(payload));
        }

        private int localBytes(long length) throws IOException {
            if (length < 0) {
                throw new IOException("a row of negative length");
            }
            int most = usableBytes - 35;
            if (length <= most) {
                return (int) length;
            }
            int least = (usableBytes - 12) * 32 / 255 - 23;
            int fitting = (int) (least + (length - least) % (usableBytes - 4));
            return fitting <= most ? fitting : least;
        }

        private void overflow(int page, byte[] payload, int from) throws IOException {
            int at = from;
            int number = page;
            while (at < payload.length && isPage(number)) {
                ByteBuffer more = page(number);
                int count = Math.min(payload.length - at, usableBytes - 4);
                more.get(4, payload, at, count);
                at += count;
                number = more.getInt(0);
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = get(in);
            value = value << 7 | (b & 0x7f);
            if (b >= 0) {
                return value;
            }
        }
        return value << 8 | (get(in) & 0xff);
    }

    private static byte get(ByteBuffer in) {
        int at = in.position();
        byte b = in.get(at);
        in.position(at + 1);
        return b;
    }

    private Row record(ByteBuffer payload) {
        long headerEnd = varint(payload);
        List<Long> types = new ArrayList<>();
        while (payload.position() < headerEnd && types.size() < MOST_COLUMNS) {
            types.add(varint(payload));
        }
        List<@Nullable String> cells = new ArrayList<>();
        long at = headerEnd;
        int root = 0;
        for (long type : types) {
            long length = bytes(type);
            boolean whole = length >= 0 && length <= payload.limit() - at;
            cells.add(whole && type >= 12 ? text(payload, (int) at, (int) length, type) : null);
            if (cells.size() == 4 && whole && type > 0 && type < 5) {
                for (int i = 0; i < length; i++) {
                    root = root << 8 | (payload.get((int) at + i) & 0xff);
                }
            }
            // Lengths are whatever the header says: their sum could be any number.
            at = whole ? at + length : payload.limit() + 1L;
        }
        return new Row(cells, root);
    }

    /** Bytes of a value, by its serial type. */
    private static long bytes(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1 -> 1;
            case 2 -> 2;
            case 3 -> 3;
            case 4 -> 4;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    /** Text, or bytes that look like it. */
    private @Nullable String text(ByteBuffer payload, int from, int length, long type) {
        byte[] bytes = new byte[length];
        payload.get(from, bytes);
        if (type % 2 == 1) {
            return new String(bytes, charset);
        }
        for (byte b : bytes) {
            if (b == 0) {
                return null;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
