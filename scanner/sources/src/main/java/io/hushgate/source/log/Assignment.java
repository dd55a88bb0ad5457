package io.hushgate.source.log;

import java.util.Arrays;

/**
 * Reads {@code NAME=value} and {@code NAME: value} at the start of a line, behind what shells and
 * build systems put there: blanks, the pluses of a trace, {@code export}. A colon has to stand
 * behind a name in capitals, a quoted or an indented one, and to be followed by one word, for
 * sentences have colons too. Filled again for every line; offsets are those of the buffer.
 */
final class Assignment {
    private static final int MOST_NAME = 64;

    /**
     * What bytes are in names: nothing, {@link #SMALL}, or {@link #CAPITAL}, as digits and signs.
     */
    private static final byte[] KINDS = kinds();

    private static final int CAPITAL = 1;
    private static final int SMALL = 2;

    int nameStart;
    int nameEnd;
    int valueStart;
    int valueEnd;

    /** Reads a line without its end; false when it assigns nothing. */
    boolean read(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (isBlank(bytes[at]) || bytes[at] == '+')) {
            at++;
        }
        boolean indented = at - from >= 2;
        while (true) {
            boolean quoted = at < to && bytes[at] == '"';
            int start = quoted ? at + 1 : at;
            int last = Math.min(to, start + MOST_NAME);
            int kinds = 0;
            at = start;
            while (at < last && KINDS[bytes[at] & 0xff] != 0) {
                kinds |= KINDS[bytes[at] & 0xff];
                at++;
            }
            int sign = at < to ? bytes[at] : 0;
            if (sign == ' ' && isCommand(bytes, start, at, to)) {
                at += bytes[start] == 'd' ? 4 : 1;
                continue;
            }
            nameStart = start;
            nameEnd = at;
            if (quoted && sign == '"') {
                at++;
                sign = at < to ? bytes[at] : 0;
            }
            boolean named = nameEnd - start >= 2 && !Bytes.isDigit(bytes[start]);
            boolean variable = quoted || indented || (kinds & SMALL) == 0;
            return named
                    && (sign == '=' || (sign == ':' && variable))
                    && value(bytes, at + 1, to, sign == ':');
        }
    }

    /** {@code export}, {@code set} and {@code env}, and {@code declare} with {@code -x}. */
    private static boolean isCommand(byte[] bytes, int from, int end, int to) {
        return switch (end - from) {
            case 3 ->
                    Bytes.startsWith(bytes, from, end, "set")
                            || Bytes.startsWith(bytes, from, end, "env");
            case 6 -> Bytes.startsWith(bytes, from, end, "export");
            case 7 -> Bytes.startsWith(bytes, from, to, "declare -x ");
            default -> false;
        };
    }

    private boolean value(byte[] bytes, int from, int to, boolean colon) {
        int at = from;
        while (colon && at < to && isBlank(bytes[at])) {
            at++;
        }
        if (colon && at == from) {
            return false; // the colon of an address
        }
        int end = to;
        while (end > at && (isBlank(bytes[end - 1]) || bytes[end - 1] == ',')) {
            end--;
        }
        if (at < end && (bytes[at] == '"' || bytes[at] == '\'')) {
            int close = Bytes.indexOf(bytes, at + 1, end, (char) bytes[at]);
            valueStart = at + 1;
            valueEnd = close;
            return close > valueStart && (!colon || close + 1 == end);
        }
        int word = at;
        while (word < end && !isBlank(bytes[word])) {
            word++;
        }
        valueStart = at;
        valueEnd = word;
        return word > at && (!colon || word == end);
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
        Arrays.fill(kinds, '0', '9' + 1, (byte) CAPITAL);
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) SMALL);
        kinds['_'] = CAPITAL;
        kinds['-'] = CAPITAL;
        kinds['.'] = CAPITAL;
        return kinds;
    }
}
