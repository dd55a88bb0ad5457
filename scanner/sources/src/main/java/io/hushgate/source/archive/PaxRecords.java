package io.hushgate.source.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of an extended header of pax, {@code length key=value\n}, as far as they say where
 * the bytes of an entry lie and what it is called.
 */
final class PaxRecords {
    /** Longer ones carry something else than the description of a file. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DIGITS = 10;

    private final Map<String, String> values = new HashMap<>();

    /** Reads the records of a header; later ones win. */
    void read(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int space = at;
            int length = 0;
            while (space < bytes.length && bytes[space] != ' ') {
                int digit = bytes[space] - '0';
                if (digit < 0 || digit > 9 || space - at == MAX_DIGITS) {
                    throw new IOException("a pax record without a length");
                }
                length = 10 * length + digit;
                space++;
            }
            if (length <= space - at || length > bytes.length - at) {
                throw new IOException("a pax record that is longer than its header");
            }
            int end = at + length;
            int equals = space + 1;
            while (equals < end && bytes[equals] != '=') {
                equals++;
            }
            if (equals < end && bytes[end - 1] == '\n') {
                add(bytes, space + 1, equals, end - 1);
            }
            at = end;
        }
    }

    private void add(byte[] bytes, int from, int equals, int to) {
        String key = new String(bytes, from, equals - from, StandardCharsets.UTF_8);
        if (key.equals("path")
                || key.equals("linkpath")
                || key.equals("size")
                || key.equals("GNU.sparse.name")) {
            values.put(key, EntryName.of(bytes, equals + 1, to));
        }
    }

    /** The value here, else there, else a third. */
    String first(PaxRecords outer, String key, String otherwise) {
        return values.getOrDefault(key, outer.values.getOrDefault(key, otherwise));
    }

    /** The size that the entry has in the archive. */
    long size(PaxRecords outer, long otherwise) throws IOException {
        String text = first(outer, "size", "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long size = Long.parseLong(text);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException("a tar entry whose size is no number");
    }
}
