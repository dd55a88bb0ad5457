package io.hushgate.rules.gitleaks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as Go's regular expressions see them: UTF-8, and each byte that is none of it one U+FFFD.
 * Java's own decoder joins such bytes, which would shift every count.
 */
final class GoText {
    private static final char REPLACEMENT = '\ufffd';

    private final String chars;
    private final int @Nullable [] offsets;

    private GoText(String chars, int @Nullable [] offsets) {
        this.chars = chars;
        this.offsets = offsets;
    }

    /** The text of {@code [from, to)}. */
    static GoText of(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decode(bytes, from, to);
            }
        }
        return new GoText(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), null);
    }

    String chars() {
        return chars;
    }

    /** The offset of a character's first byte, from the start of the text. */
    int byteAt(int index) {
        return offsets == null ? index : offsets[index];
    }

    private static GoText decode(byte[] bytes, int from, int to) {
        char[] chars = new char[to - from];
        int[] offsets = new int[to - from + 1];
        int count = 0;
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            offsets[count] = at - from;
            if (length == 4) {
                int codePoint =
                        (bytes[at] & 0x07) << 18
                                | (bytes[at + 1] & 0x3f) << 12
                                | (bytes[at + 2] & 0x3f) << 6
                                | (bytes[at + 3] & 0x3f);
                chars[count++] = Character.highSurrogate(codePoint);
                offsets[count] = at - from;
                chars[count++] = Character.lowSurrogate(codePoint);
            } else {
                chars[count++] = shortChar(bytes, at, length);
            }
            at += Math.max(1, length);
        }
        offsets[count] = to - from;
        return new GoText(new String(chars, 0, count), Arrays.copyOf(offsets, count + 1));
    }

    private static char shortChar(byte[] bytes, int at, int length) {
        return switch (length) {
            case 1 -> (char) bytes[at];
            case 2 -> (char) ((bytes[at] & 0x1f) << 6 | (bytes[at + 1] & 0x3f));
            case 3 ->
                    (char)
                            ((bytes[at] & 0x0f) << 12
                                    | (bytes[at + 1] & 0x3f) << 6
                                    | (bytes[at + 2] & 0x3f));
            default -> REPLACEMENT;
        };
    }

    /** Bytes of the character at an offset; 0 where there is none (Unicode 17, table 3-7). */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int least =
                switch (first) {
                    case 0xe0 -> 0xa0;
                    case 0xf0 -> 0x90;
                    default -> 0x80;
                };
        int most =
                switch (first) {
                    case 0xed -> 0x9f;
                    case 0xf4 -> 0x8f;
                    default -> 0xbf;
                };
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
