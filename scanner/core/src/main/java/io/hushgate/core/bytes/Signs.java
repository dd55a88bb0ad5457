package io.hushgate.core.bytes;

/**
 * A set of ASCII characters, asked by byte: two words and a shift, where {@code "...".indexOf(b)}
 * is a search that the first compiler does not inline. Immutable.
 *
 * @param low characters 0 to 63, one bit each
 * @param high characters 64 to 127
 */
public record Signs(long low, long high) {
    /**
     * The characters of a text.
     *
     * @param characters ASCII only
     */
    public static Signs of(String characters) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c >= 128) {
                throw new IllegalArgumentException("not ASCII: U+%04X".formatted((int) c));
            }
            low |= c < 64 ? 1L << c : 0;
            high |= c < 64 ? 0 : 1L << c;
        }
        return new Signs(low, high);
    }

    /** Tells whether a byte, signed or not, is one of them; no byte above 127 is. */
    public boolean has(int b) {
        return b >= 0 && b < 128 && ((b < 64 ? low : high) >>> b & 1) != 0;
    }
}
