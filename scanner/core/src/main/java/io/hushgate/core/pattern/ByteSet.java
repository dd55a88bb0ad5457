package io.hushgate.core.pattern;

/** An immutable set of bytes: bit {@code b & 63} of word {@code b >> 6}. */
public record ByteSet(long w0, long w1, long w2, long w3) {
    /** The empty set. */
    public static final ByteSet NONE = new ByteSet(0, 0, 0, 0);

    /** Every byte. */
    public static final ByteSet ALL = NONE.complement();

    static final ByteSet DIGIT = range('0', '9');
    static final ByteSet WORD = range('a', 'z').or(range('A', 'Z')).or(DIGIT).or(of('_'));
    static final ByteSet BLANK = of(' ').or(of('\t'));
    static final ByteSet SPACE = range('\t', '\r').or(of(' '));
    static final ByteSet LINE_FEED = of('\n');
    static final ByteSet LINE_END = of('\n').or(of('\r'));

    static ByteSet of(int b) {
        return range(b, b);
    }

    /** Both ends belong to it. */
    static ByteSet range(int first, int last) {
        long[] words = new long[4];
        for (int b = first; b <= last; b++) {
            words[b >> 6] |= 1L << b;
        }
        return new ByteSet(words[0], words[1], words[2], words[3]);
    }

    /** Tells whether the byte, 0 to 255, belongs to it. */
    public boolean has(int b) {
        long word =
                switch (b >> 6) {
                    case 0 -> w0;
                    case 1 -> w1;
                    case 2 -> w2;
                    default -> w3;
                };
        return (word >>> b & 1) != 0;
    }

    ByteSet or(ByteSet other) {
        return new ByteSet(w0 | other.w0, w1 | other.w1, w2 | other.w2, w3 | other.w3);
    }

    ByteSet complement() {
        return new ByteSet(~w0, ~w1, ~w2, ~w3);
    }

    int size() {
        return Long.bitCount(w0) + Long.bitCount(w1) + Long.bitCount(w2) + Long.bitCount(w3);
    }

    /** Adds the other case of every ASCII letter. */
    ByteSet withBothCases() {
        // Letters lie in word 1: A-Z at bits 1-26, a-z at bits 33-58.
        long letters = 0x07fffffeL;
        long upper = w1 & letters;
        long lower = w1 >>> 32 & letters;
        return new ByteSet(w0, w1 | upper << 32 | lower, w2, w3);
    }
}
