package io.hushgate.source.git;

import io.hushgate.source.RegularFile;
import io.hushgate.source.SourceProblem;
import io.hushgate.source.git.store.ObjectFormat;
import io.hushgate.source.git.store.ObjectId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * The index's {@code link} extension ({@code core.splitIndex}): most entries lie in a shared file
 * and this index only says which of those are gone, which are replaced and which are new.
 *
 * <pre>
 *   hash of the shared index
 *   bitmap of its entries that are deleted
 *   bitmap of its entries that are replaced: by this index's entries without a path, in order
 * </pre>
 */
record SplitIndex(ObjectId shared, BitSet deleted, BitSet replaced) {
    /** {@code link}. */
    static final int SIGNATURE = 0x6c696e6b;

    private static final long MAX_BYTES = 1 << 30;
    private static final int MAX_BITS = 1 << 27;

    static SplitIndex read(String place, byte[] file, int from, int length, ObjectFormat format) {
        ObjectId shared = ObjectId.at(file, from, format);
        if (length == format.bytes()) {
            return new SplitIndex(shared, new BitSet(), new BitSet());
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(file, from + format.bytes(), length - format.bytes());
            return new SplitIndex(shared, bitmap(rest), bitmap(rest));
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw StagingIndex.damaged(place, "its link to a shared index is broken");
        }
    }

    /**
     * An EWAH bitmap: number of bits, number of words, words, position of the last marker. A marker
     * word says, from its lowest bit on: one bit to repeat, 32 bits how many words of it, 31 bits
     * how many literal words follow.
     */
    private static BitSet bitmap(ByteBuffer from) {
        BitSet bits = new BitSet();
        from.getInt();
        int words = from.getInt();
        if (words < 0 || words > from.remaining() / Long.BYTES) {
            throw new IllegalArgumentException("words");
        }
        long at = 0;
        for (int i = 0; i < words; i++) {
            long marker = from.getLong();
            long run = (marker >>> 1 & 0xffff_ffffL) * Long.SIZE;
            if (at + run > MAX_BITS) {
                throw new IllegalArgumentException("bits");
            }
            if ((marker & 1) != 0) {
                bits.set((int) at, (int) (at + run));
            }
            at += run;
            for (long literals = marker >>> 33; literals > 0; literals--) {
                long word = from.getLong();
                i++;
                if (at + Long.SIZE > MAX_BITS) {
                    throw new IllegalArgumentException("bits");
                }
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    bits.set((int) at + bit, (word >>> bit & 1) != 0);
                }
                at += Long.SIZE;
            }
        }
        from.getInt();
        return bits;
    }

    /** Puts the two files together, which lie side by side. */
    StagingIndex merged(Path index, StagingIndex own) {
        ObjectFormat format = shared.format();
        if (shared.isZero()) {
            return own.withoutLink();
        }
        Path file = index.resolveSibling("sharedindex." + shared);
        try {
            byte[] bytes = RegularFile.bytes(file, MAX_BYTES);
            StagingIndex base = StagingIndex.parse(file.toString(), bytes, format);
            return StagingIndex.parse(file.toString(), new Merge(base, own).bytes(), format);
        } catch (IOException e) {
            throw new SourceProblem(
                    file.toString(),
                    "the index refers to it and it cannot be read",
                    "run git update-index --no-split-index");
        }
    }

    /** Writes the entries of both, in order, as an index of version 3 of its own. */
    private final class Merge {
        private final StagingIndex base;
        private final StagingIndex own;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int count;

        Merge(StagingIndex base, StagingIndex own) {
            this.base = base;
            this.own = own;
        }

        byte[] bytes() {
            int replacement = 0;
            int added = 0;
            while (added < own.count() && own.pathStart(added) == own.pathEnd(added)) {
                added++;
            }
            for (int i = 0; i < base.count(); i++) {
                while (added < own.count() && compare(own, added, base, i) < 0) {
                    write(own, added, own, added++);
                }
                if (replaced.get(i) && replacement < own.count()) {
                    write(base, i, own, replacement++);
                } else if (!deleted.get(i)) {
                    write(base, i, base, i);
                }
            }
            while (added < own.count()) {
                write(own, added, own, added++);
            }
            byte[] header =
                    ByteBuffer.allocate(12).putInt(0x44495243).putInt(3).putInt(count).array();
            ByteBuffer whole = ByteBuffer.allocate(12 + out.size() + shared.format().bytes());
            return whole.put(header).put(out.toByteArray()).array();
        }

        private void write(StagingIndex named, int name, StagingIndex from, int entry) {
            int length = named.pathEnd(name) - named.pathStart(name);
            int idBytes = shared.format().bytes();
            int size = 40 + idBytes + 4 + length;
            ByteBuffer one = ByteBuffer.allocate(size + 8 & ~7);
            one.putInt(24, from.mode(entry));
            one.position(40);
            one.put(from.file(), from.idStart(entry), idBytes);
            int flags = Math.min(length, 0xfff) | 0x4000 | from.stage(entry) << 12;
            one.putShort((short) flags);
            one.putShort((short) (from.isIntentToAdd(entry) ? 0x2000 : 0));
            one.put(named.text(), named.pathStart(name), length);
            out.writeBytes(one.array());
            count++;
        }

        private static int compare(StagingIndex a, int i, StagingIndex b, int j) {
            int order =
                    java.util.Arrays.compareUnsigned(
                            a.text(),
                            a.pathStart(i),
                            a.pathEnd(i),
                            b.text(),
                            b.pathStart(j),
                            b.pathEnd(j));
            return order != 0 ? order : Integer.compare(a.stage(i), b.stage(j));
        }
    }
}
