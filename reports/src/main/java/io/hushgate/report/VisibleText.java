package io.hushgate.report;

/** Text from outside in a form that shows all of itself and moves nothing else. */
public final class VisibleText {
    private VisibleText() {}

    /**
     * Replaces every control and bidirectional-override character by a visible escape: names come
     * from what is scanned, and must neither move the cursor, nor hide a line, nor turn a path
     * round.
     */
    public static String visible(String text) {
        if (text.chars().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    if (isHidden(c)) {
                        safe.append("\\u%04x".formatted(c));
                    } else {
                        safe.append((char) c);
                    }
                });
        return safe.toString();
    }

    private static boolean isHidden(int c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0x200e && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
