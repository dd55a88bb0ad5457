package io.hushgate.core.bytes;

import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes {@code [from, to)} of an array, not copied. Offsets of its methods count from {@code
 * from}. Comparisons take ASCII.
 */
public final class Slice {
    private final byte[] array;
    private final int from;
    private final int length;

    private Slice(byte[] array, int from, int to) {
        Objects.checkFromToIndex(from, to, array.length);
        this.array = array;
        this.from = from;
        this.length = to - from;
    }

    /** The bytes {@code [from, to)} of {@code array}. */
    public static Slice of(byte[] array, int from, int to) {
        return new Slice(array, from, to);
    }

    /** A whole array. */
    public static Slice of(byte[] array) {
        return new Slice(array, 0, array.length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at {@code index}, unsigned. */
    public int at(int index) {
        return array[from + Objects.checkIndex(index, length)] & 0xff;
    }

    /** A part of this slice. */
    public Slice part(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return new Slice(array, from + start, from + end);
    }

    /** Everything from {@code start} on. */
    public Slice from(int start) {
        return part(start, length);
    }

    /** The last {@code count} bytes. */
    public Slice last(int count) {
        return part(length - count, length);
    }

    /** Index of a byte, or -1. */
    public int indexOf(int b) {
        for (int i = 0; i < length; i++) {
            if ((array[from + i] & 0xff) == b) {
                return i;
            }
        }
        return -1;
    }

    /** Index of a text, or -1. */
    public int indexOf(String text) {
        for (int i = 0; i + text.length() <= length; i++) {
            if (regionIs(i, text)) {
                return i;
            }
        }
        return -1;
    }

    public boolean contains(String text) {
        return indexOf(text) >= 0;
    }

    /** Tells whether the text occurs, both taken in lower case. */
    public boolean containsIgnoringCase(String lowerCase) {
        for (int i = 0; i + lowerCase.length() <= length; i++) {
            if (regionIsIgnoringCase(i, lowerCase)) {
                return true;
            }
        }
        return false;
    }

    public boolean startsWith(String text) {
        return regionIs(0, text);
    }

    public boolean startsWithIgnoringCase(String lowerCase) {
        return regionIsIgnoringCase(0, lowerCase);
    }

    public boolean endsWith(String text) {
        return regionIs(length - text.length(), text);
    }

    public boolean endsWithIgnoringCase(String lowerCase) {
        return regionIsIgnoringCase(length - lowerCase.length(), lowerCase);
    }

    /** Tells whether this is exactly the text. */
    public boolean is(String text) {
        return length == text.length() && regionIs(0, text);
    }

    /** Tells whether this is the text, both taken in lower case. */
    public boolean isIgnoringCase(String lowerCase) {
        return length == lowerCase.length() && regionIsIgnoringCase(0, lowerCase);
    }

    /** Tells whether the text stands at {@code index}. */
    public boolean regionIs(int index, String text) {
        if (index < 0 || index + text.length() > length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((array[from + index + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the text stands at {@code index}, both taken in lower case. */
    public boolean regionIsIgnoringCase(int index, String lowerCase) {
        if (index < 0 || index + lowerCase.length() > length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(array[from + index + i] & 0xff) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** An ASCII letter in lower case; every other byte as it is. */
    public static int lower(int b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /** A copy, to be wiped by the caller when it holds a secret. */
    public byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    @Override
    public String toString() {
        return "Slice[" + length + " bytes]";
    }
}
