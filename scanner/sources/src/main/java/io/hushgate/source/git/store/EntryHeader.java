package io.hushgate.source.git.store;

import org.jspecify.annotations.Nullable;

/**
 * The header of one entry of a pack; filled again and again.
 *
 * <pre>
 *   first byte   1 bit more | 3 bits type | 4 bits size
 *   more bytes   1 bit more | 7 bits size, least significant first
 *   type 6       offset back to the base: 1 bit more | 7 bits, most significant first, each
 *                further byte adding one
 *   type 7       id of the base
 * </pre>
 */
final class EntryHeader {
    private static final int OFFSET_DELTA = 6;
    private static final int ID_DELTA = 7;

    /** The kind of a whole object; null for a delta. */
    @Nullable ObjectKind kind;

    /** Inflated size of the entry: of the object, or of the delta's instructions. */
    long size;

    /** Where the zlib stream starts. */
    long data;

    /** Where the base of a delta starts; -1 for a whole object and for a base named by id. */
    long baseOffset;

    /** The base of a delta that names it by id. */
    @Nullable ObjectId baseId;

    boolean isDelta() {
        return kind == null;
    }

    /** Reads the header at an offset. */
    void read(PackFile pack, long offset) throws ObjectProblem {
        long at = offset;
        int b = pack.at(at++);
        int type = b >> 4 & 7;
        long value = b & 15;
        for (int shift = 4; (b & 0x80) != 0; shift += 7) {
            if (shift > 53) {
                throw pack.damaged(offset, "the size of the entry has too many digits");
            }
            b = pack.at(at++);
            value |= (long) (b & 0x7f) << shift;
        }
        size = value;
        kind = ObjectKind.ofPackType(type);
        baseOffset = -1;
        baseId = null;
        if (type == OFFSET_DELTA) {
            at = readBaseOffset(pack, offset, at);
        } else if (type == ID_DELTA) {
            byte[] raw = new byte[pack.format().bytes()];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (byte) pack.at(at++);
            }
            baseId = ObjectId.owning(raw);
        } else if (kind == null) {
            throw pack.damaged(offset, "no entry is of type " + type);
        }
        data = at;
    }

    private long readBaseOffset(PackFile pack, long offset, long start) throws ObjectProblem {
        long at = start;
        int b = pack.at(at++);
        long back = b & 0x7f;
        while ((b & 0x80) != 0) {
            b = pack.at(at++);
            back = ((back + 1) << 7) | (b & 0x7f);
            if (back > offset) {
                break;
            }
        }
        if (back <= 0 || back > offset) {
            throw pack.damaged(offset, "its base lies outside of the pack");
        }
        baseOffset = offset - back;
        return at;
    }
}
