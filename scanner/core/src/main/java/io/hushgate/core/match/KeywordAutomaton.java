package io.hushgate.core.match;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds every occurrence of many keywords in one pass: the automaton of Aho and Corasick (1975) as
 * a dense table over classes of bytes, ASCII letters without case.
 *
 * <p>A state is the offset of its row. Rows of states at which some keyword ends lie from {@code
 * limit} on, a power of two, so that one comparison tells whether any of three states is one. Three
 * places of the text are stepped in one loop: one chain of table look-ups is bound by the latency
 * of a load, three of them fill the gaps. A fourth gains nothing with C2 and costs a tenth with C1,
 * which compiles this for short runs and has few registers to give. A filter of groups of four
 * bytes at every second place, to run the automaton only where one is of a keyword, takes as long
 * as the automaton itself: 900 against 830 MB/s with C1, 1,350 against 1,230 with C2, without what
 * follows.
 *
 * <p>What binds it under C1 is the count of instructions and not the cache: of 7,108 states 200 are
 * met at 88 bytes of 100. Rows of 16-bit numbers (910 against 985 MB/s), rows of 256 entries
 * without classes (820, as 16-bit numbers 850), classes in the order of their frequency and a
 * constant limit (both 985 to 1,000) are no faster.
 *
 * <p>Performance island: {@link #scan} allocates nothing.
 */
final class KeywordAutomaton {
    private final int[] next;
    private final int[] classOf;
    private final int width;
    private final int limit;
    private final int warmUp;
    private final int plain;

    /**
     * Takes ready-made tables.
     *
     * @param next rows of {@code width} targets; row 0 is the start
     * @param classOf class of each byte, below {@code width}; wider than it needs to be, since
     *     bytes would have to be extended at each step
     * @param longest bytes of the longest keyword
     * @param plain entries of the rows before {@code limit} that are in use
     */
    KeywordAutomaton(int[] next, int[] classOf, int width, int limit, int longest, int plain) {
        this.next = next;
        this.classOf = classOf;
        this.width = width;
        this.limit = limit;
        this.warmUp = longest - 1;
        this.plain = plain;
    }

    /** The number of the accepting state in a hit, from 0. */
    int accepting(long hit) {
        return ((int) (hit >>> 32) - limit) / width;
    }

    /** Bytes of the longest keyword: a state says nothing of what lies further back. */
    int longest() {
        return warmUp + 1;
    }

    /** The offset after the keyword of a hit. */
    static int end(long hit) {
        return (int) hit;
    }

    /**
     * Collects the hits that end in {@code (from, to]}, in no particular order.
     *
     * @param lowest where the text starts; up to a keyword's length before {@code from} is read
     * @param hits room for {@code to - from} hits
     * @return how many there are
     */
    int scan(byte[] text, int lowest, int from, int to, long[] hits) {
        int lane = (to - from) / 3;
        if (lane <= warmUp) {
            return finish(start(text, lowest, from), text, from, to, hits, 0);
        }
        int s0 = start(text, lowest, from);
        int s1 = start(text, lowest, from + lane);
        int s2 = start(text, lowest, from + 2 * lane);
        int count = 0;
        int[] table = next;
        int[] classes = classOf;
        int accept = limit;
        int end = from + lane;
        for (int i = from; i < end; i++) {
            int at = i;
            s0 = table[s0 + classes[text[at] & 0xff]];
            at += lane;
            s1 = table[s1 + classes[text[at] & 0xff]];
            at += lane;
            s2 = table[s2 + classes[text[at] & 0xff]];
            if ((s0 | s1 | s2) >= accept) {
                count = note(s0, i, hits, count);
                count = note(s1, i + lane, hits, count);
                count = note(s2, i + 2 * lane, hits, count);
            }
        }
        return finish(s2, text, from + 3 * lane, to, hits, count);
    }

    /**
     * Takes down the hit of a state, if it is accepting, that was reached by the byte at {@code
     * at}.
     */
    private int note(int state, int at, long[] hits, int count) {
        if (state < limit) {
            return count;
        }
        hits[count] = (long) state << 32 | (at + 1);
        return count + 1;
    }

    /** The state before {@code at}, reached from far enough before that no keyword is cut. */
    private int start(byte[] text, int lowest, int at) {
        int state = 0;
        for (int i = Math.max(lowest, at - warmUp); i < at; i++) {
            state = next[state + classOf[text[i] & 0xff]];
        }
        return state;
    }

    private int finish(int before, byte[] text, int from, int to, long[] hits, int found) {
        int state = before;
        int count = found;
        for (int i = from; i < to; i++) {
            state = next[state + classOf[text[i] & 0xff]];
            count = note(state, i, hits, count);
        }
        return count;
    }

    /** Writes the tables; the gap between the last plain row and {@code limit} is left out. */
    void write(DataOutput out) throws IOException {
        int accepting = next.length - limit;
        out.writeInt(width);
        out.writeInt(limit);
        out.writeInt(warmUp + 1);
        for (int byteClass : classOf) {
            out.writeByte(byteClass);
        }
        out.writeInt(plain);
        out.writeInt(accepting);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (plain + accepting));
        bytes.asIntBuffer().put(next, 0, plain).put(next, limit, accepting);
        out.write(bytes.array());
    }

    /** Reads what {@link #write} wrote. */
    static KeywordAutomaton read(ByteBuffer in) {
        int width = in.getInt();
        int limit = in.getInt();
        int longest = in.getInt();
        int[] classOf = new int[256];
        for (int i = 0; i < classOf.length; i++) {
            classOf[i] = Byte.toUnsignedInt(in.get());
        }
        int plain = in.getInt();
        int accepting = in.getInt();
        int[] next = new int[limit + accepting];
        in.asIntBuffer().get(next, 0, plain).get(next, limit, accepting);
        in.position(in.position() + Integer.BYTES * (plain + accepting));
        return new KeywordAutomaton(next, classOf, width, limit, longest, plain);
    }
}
