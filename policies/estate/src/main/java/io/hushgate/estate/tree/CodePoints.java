package io.hushgate.estate.tree;

/**
 * Turns indexes that count code points into offsets that count UTF-16 code units; free where the
 * two are the same.
 */
final class CodePoints {
    private final String text;
    private final boolean same;
    private int knownBase;
    private int knownIndex;
    private int knownOffset;

    CodePoints(String text) {
        this.text = text;
        this.same = !hasPairs(text);
    }

    private static boolean hasPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on from the last answer where it can, so that ascending questions cost one walk over the
     * text.
     *
     * @param base offset at which counting begins
     * @param index code points from there
     */
    int offset(int base, int index) {
        if (same) {
            return Math.min(text.length(), base + index);
        }
        if (base != knownBase) {
            knownBase = base;
            knownIndex = 0;
            knownOffset = base;
        }
        while (knownIndex < index && knownOffset < text.length()) {
            knownOffset += Character.charCount(text.codePointAt(knownOffset));
            knownIndex++;
        }
        while (knownIndex > index) {
            knownOffset -= Character.charCount(text.codePointBefore(knownOffset));
            knownIndex--;
        }
        return knownOffset;
    }
}
