package io.hushgate.rego.builtin.format;

/** Flags, width and precision of one verb of a {@link GoFormat}. */
final class GoSpec {
    private boolean minus;
    private boolean plus;
    private boolean sharp;
    private boolean space;
    private boolean zero;
    private int width;
    private int precision = -1;

    /** Takes a flag; false if the character is none. */
    boolean takeFlag(char c) {
        switch (c) {
            case '-' -> minus = true;
            case '+' -> plus = true;
            case '#' -> sharp = true;
            case ' ' -> space = true;
            case '0' -> zero = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    void setWidth(int width) {
        this.width = Math.abs(width);
        if (width < 0) {
            minus = true;
            zero = false;
        }
    }

    void setPrecision(int precision) {
        this.precision = precision;
    }

    /** For {@code %v} sign and alternative form mean something else, or nothing. */
    void clearPlusAndSharp() {
        plus = false;
        sharp = false;
    }

    boolean plus() {
        return plus;
    }

    boolean sharp() {
        return sharp;
    }

    boolean space() {
        return space;
    }

    boolean zero() {
        return zero;
    }

    boolean minus() {
        return minus;
    }

    /** 0 when there is none. */
    int width() {
        return width;
    }

    /** Negative when there is none. */
    int precision() {
        return precision;
    }

    boolean hasPrecision() {
        return precision >= 0;
    }

    /** Appends a text in its field, which counts code points. */
    void pad(StringBuilder out, String text, boolean zeros) {
        int fill = width - text.codePointCount(0, text.length());
        if (fill <= 0) {
            out.append(text);
        } else if (minus) {
            out.append(text).append(" ".repeat(fill));
        } else {
            out.append((zeros ? "0" : " ").repeat(fill)).append(text);
        }
    }
}
