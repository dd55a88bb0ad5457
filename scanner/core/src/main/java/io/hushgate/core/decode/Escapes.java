package io.hushgate.core.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Characters written as escapes: percent-encoding (RFC 3986 section 2.1), {@code \}{@code uXXXX},
 * {@code \xXX}, {@code \/} and {@code \"} of JSON and code, and the references of HTML. One pass
 * undoes one layer of all of them. Only ASCII is written out; other escapes stay as they are.
 */
public final class Escapes {
    /**
     * What shows that a text is escaped where it matters, in lower case. Blanks and line ends alone
     * are no reason to look again.
     */
    public static final List<String> MARKS =
            List.of(
                    "%22",
                    "%25", "%26", "%27", "%2b", "%2d", "%2f", "%3a", "%3d", "%40", "%5f", "%7b",
                    "\\u00", "\\x2", "\\x3", "\\x4", "\\x5", "\\x6", "\\x7", ":\\/\\/", "&quot;",
                    "&#x", "&#3", "&amp;");

    /** Bytes that are looked at before and after a mark, unless a blank comes first. */
    public static final int MAX_BEFORE = 1024;

    /** The same, behind it. */
    public static final int MAX_AFTER = 4096;

    /** What each ASCII character is worth as a hexadecimal digit, or -1. */
    private static final byte[] DIGITS = digits();

    private Escapes() {}

    private static byte[] digits() {
        byte[] digits = new byte[128];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) Character.digit(i, 16);
        }
        return digits;
    }

    /** Undoes the escapes of {@code [start, end)}; empty when there is none. */
    public static Optional<Decoded> decode(byte[] text, int start, int end) {
        byte[] bytes = new byte[end - start];
        int[] origins = new int[end - start + 1];
        int count = 0;
        boolean changed = false;
        int at = start;
        while (at < end) {
            long escape = escape(text, at, end);
            int length = (int) (escape >>> 32);
            bytes[count] = length == 0 ? text[at] : (byte) escape;
            origins[count++] = at;
            changed |= length > 0;
            at += Math.max(1, length);
        }
        origins[count] = end;
        return changed
                ? Optional.of(
                        new Decoded(Arrays.copyOf(bytes, count), Arrays.copyOf(origins, count + 1)))
                : Optional.empty();
    }

    /** Length of the escape in the upper half, 0 for none; its byte in the lower. */
    private static long escape(byte[] text, int at, int end) {
        return switch (text[at]) {
            case '%' -> number(text, at, at + 1, 2, end);
            case '\\' -> backslash(text, at, end);
            case '&' -> reference(text, at, end);
            default -> 0;
        };
    }

    private static long backslash(byte[] text, int at, int end) {
        if (at + 1 >= end) {
            return 0;
        }
        return switch (text[at + 1]) {
            case '/', '"', '\'' -> found(2, text[at + 1]);
            case 'u' -> number(text, at, at + 2, 4, end);
            case 'x' -> number(text, at, at + 2, 2, end);
            default -> 0;
        };
    }

    private static long reference(byte[] text, int at, int end) {
        if (stands("&quot;", text, at, end)) {
            return found(6, '"');
        }
        if (stands("&amp;", text, at, end)) {
            return found(5, '&');
        }
        if (stands("&#x", text, at, end)) {
            long found = number(text, at, at + 3, 2, end);
            return found != 0 && at + 5 < end && text[at + 5] == ';' ? found + (1L << 32) : 0;
        }
        if (stands("&#3", text, at, end) && at + 4 < end && text[at + 4] == ';') {
            int digit = Character.digit(text[at + 3], 10);
            return digit >= 3 ? found(5, 30 + digit) : 0;
        }
        return 0;
    }

    /** A byte in hexadecimal digits. */
    private static long number(byte[] text, int at, int from, int digits, int end) {
        if (from + digits > end) {
            return 0;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] < 0 ? -1 : DIGITS[text[i]];
            if (digit < 0) {
                return 0;
            }
            value = value << 4 | digit;
        }
        return Decoded.isPrintable(value) ? found(from + digits - at, value) : 0;
    }

    private static boolean stands(String escape, byte[] text, int at, int end) {
        if (at + escape.length() > end) {
            return false;
        }
        for (int i = 0; i < escape.length(); i++) {
            if (text[at + i] != escape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long found(int length, int value) {
        return (long) length << 32 | value;
    }
}
