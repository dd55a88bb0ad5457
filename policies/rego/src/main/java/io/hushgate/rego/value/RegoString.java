package io.hushgate.rego.value;

/**
 * A string of Unicode code points. Its Java form is UTF-16, but length, positions and order count
 * code points, as Rego does.
 */
public final class RegoString extends Value {
    public static final RegoString EMPTY = new RegoString("");

    private final String value;

    /** Number of code points, or -1 until somebody asks. */
    private int length = -1;

    private RegoString(String value) {
        this.value = value;
    }

    public static RegoString of(String value) {
        return value.isEmpty() ? EMPTY : new RegoString(value);
    }

    public String value() {
        return value;
    }

    /** The number of code points. */
    public int length() {
        int n = length;
        if (n < 0) {
            n = value.codePointCount(0, value.length());
            length = n;
        }
        return n;
    }

    /**
     * True when each {@code char} is one code point, so that UTF-16 positions are Rego's positions.
     */
    public boolean isFlat() {
        return length() == value.length();
    }

    @Override
    public Kind kind() {
        return Kind.STRING;
    }

    @Override
    int computeHash() {
        int h = value.hashCode();
        return h == 0 ? 1 : h;
    }

    @Override
    boolean sameAs(Value other) {
        return value.equals(((RegoString) other).value);
    }

    @Override
    int compareSameKind(Value other) {
        RegoString that = (RegoString) other;
        return isFlat() && that.isFlat()
                ? value.compareTo(that.value)
                : compareByCodePoint(value, that.value);
    }

    /** UTF-16 sorts U+E000..U+FFFF after the supplementary planes; code points and UTF-8 do not. */
    private static int compareByCodePoint(String a, String b) {
        int end = Math.min(a.length(), b.length());
        for (int i = 0; i < end; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
