package io.hushgate.source.log;

/**
 * Reads {@code NAME=value} and {@code NAME: value} at the start of a line, behind what shells and
 * build systems put there: blanks, the pluses of a trace, {@code export}. A colon has to stand
 * behind a name in capitals, a quoted or an indented one, and to be followed by one word, for
 * sentences have colons too. Filled again for every line; offsets are those of the buffer.
 */
final class Assignment {
    private static final int MOST_NAME = 64;
    private static final String[] WORDS = {"export ", "declare -x ", "set ", "env "};

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
        at = pastWord(bytes, at, to);
        boolean quoted = at < to && bytes[at] == '"';
        nameStart = quoted ? at + 1 : at;
        at = nameStart;
        boolean capitals = true;
        int last = Math.min(to, nameStart + MOST_NAME);
        while (at < last && isNameByte(bytes[at])) {
            capitals &= bytes[at] < 'a';
            at++;
        }
        nameEnd = at;
        if (at - nameStart < 2 || at == to || Bytes.isDigit(bytes[nameStart])) {
            return false;
        }
        at += quoted && bytes[at] == '"' ? 1 : 0;
        if (at == to || (bytes[at] != '=' && bytes[at] != ':')) {
            return false;
        }
        boolean colon = bytes[at] == ':';
        return (!colon || capitals || quoted || indented) && value(bytes, at + 1, to, colon);
    }

    private static int pastWord(byte[] bytes, int from, int to) {
        if (from < to && (bytes[from] == 'e' || bytes[from] == 'd' || bytes[from] == 's')) {
            for (String word : WORDS) {
                if (Bytes.startsWith(bytes, from, to, word)) {
                    return from + word.length();
                }
            }
        }
        return from;
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

    private static boolean isNameByte(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || Bytes.isDigit(b)
                || b == '_'
                || b == '-'
                || b == '.';
    }
}
