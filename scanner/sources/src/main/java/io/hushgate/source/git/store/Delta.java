package io.hushgate.source.git.store;

import io.hushgate.core.Copies;

/**
 * Rebuilds an object from its base and a delta: two sizes, then instructions.
 *
 * <pre>
 *   1 o o o | s s s s   copy from the base: bit by bit which bytes of offset and size follow,
 *                       little end first; size 0 means 65,536
 *   0 n n n n n n n     insert the n bytes that follow; n = 0 is reserved
 * </pre>
 *
 * <p>Performance island: half of the time of a history scan is spent here and in zlib. Allocates
 * nothing. Every range is checked before it is copied, so that a hostile delta ends in an error.
 */
final class Delta {
    private static final int WHOLE_COPY = 0x10000;

    private Delta() {}

    /** What is wrong with a delta; the caller knows where it lies. */
    static final class Malformed extends Exception {
        private final String what;

        Malformed(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** The size of the object that comes out. */
    static long resultSize(byte[] delta, int length) throws Malformed {
        return sizeAt(delta, afterSize(delta, 0, length), length);
    }

    /**
     * Rebuilds the object.
     *
     * @param deltaSize how many bytes of {@code delta} are the delta
     * @param baseSize how many bytes of {@code base} are the base
     * @param end how many bytes {@link #resultSize} said; {@code into} has room for them
     * @param copies takes which stretches were copied
     */
    static void apply(
            byte[] base,
            int baseSize,
            byte[] delta,
            int deltaSize,
            byte[] into,
            int end,
            Copies copies)
            throws Malformed {
        if (sizeAt(delta, 0, deltaSize) != baseSize) {
            throw new Malformed("the delta was made for a base of another size");
        }
        int at = afterSize(delta, afterSize(delta, 0, deltaSize), deltaSize);
        int to = 0;
        copies.reset(baseSize);
        while (at < deltaSize) {
            int op = delta[at++];
            if (op < 0) {
                if (at + Integer.bitCount(op & 0x7f) > deltaSize) {
                    throw new Malformed("the delta ends within an instruction");
                }
                int from = 0;
                int size = 0;
                if ((op & 0x01) != 0) {
                    from = delta[at++] & 0xff;
                }
                if ((op & 0x02) != 0) {
                    from |= (delta[at++] & 0xff) << 8;
                }
                if ((op & 0x04) != 0) {
                    from |= (delta[at++] & 0xff) << 16;
                }
                if ((op & 0x08) != 0) {
                    from |= (delta[at++] & 0xff) << 24;
                }
                if ((op & 0x10) != 0) {
                    size = delta[at++] & 0xff;
                }
                if ((op & 0x20) != 0) {
                    size |= (delta[at++] & 0xff) << 8;
                }
                if ((op & 0x40) != 0) {
                    size |= (delta[at++] & 0xff) << 16;
                }
                if (size == 0) {
                    size = WHOLE_COPY;
                }
                if (from < 0 || from > baseSize - size || size > end - to) {
                    throw new Malformed("the delta copies what is not there");
                }
                System.arraycopy(base, from, into, to, size);
                copies.add(from, to, size);
                to += size;
            } else {
                if (op == 0 || op > deltaSize - at || op > end - to) {
                    throw new Malformed("the delta inserts what is not there");
                }
                System.arraycopy(delta, at, into, to, op);
                at += op;
                to += op;
            }
        }
        if (to != end) {
            throw new Malformed("the delta makes fewer bytes than it says");
        }
    }

    private static long sizeAt(byte[] delta, int from, int length) throws Malformed {
        long size = 0;
        int shift = 0;
        for (int at = from; at < length && shift <= 56; at++, shift += 7) {
            size |= (long) (delta[at] & 0x7f) << shift;
            if (delta[at] >= 0) {
                return size;
            }
        }
        throw new Malformed("the delta ends within a size");
    }

    private static int afterSize(byte[] delta, int from, int length) throws Malformed {
        for (int at = from; at < length; at++) {
            if (delta[at] >= 0) {
                return at + 1;
            }
        }
        throw new Malformed("the delta ends within a size");
    }
}
