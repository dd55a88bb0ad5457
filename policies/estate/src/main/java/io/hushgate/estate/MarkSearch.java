package io.hushgate.estate;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * Tells in one pass of which groups of words a text holds a word, ASCII letters in any case: the
 * automaton of Aho and Corasick (1975) as a dense table over classes of bytes. A word that ends in
 * a colon is a key: quotes and blanks may stand before its colon. One that ends in a brace opens
 * something: a text in quotes, a mapping or a list follows, perhaps after a colon or an equals
 * sign.
 *
 * <p>Performance island: the configuration of a tree is searched by it as a whole, and most of it
 * ends there. Immutable.
 */
final class MarkSearch {
    /** Binary digits of a class; a state is the offset of its row, of one entry for each class. */
    private static final int WIDTH = 6;

    private final byte[] classOf = new byte[256];
    private final int[] next;

    /** For each state the groups of words that end there. */
    private final long[] words;

    private final long[] keys;
    private final long[] openings;

    /**
     * Prepares a search.
     *
     * @param groups up to 64, of ASCII words with up to 63 different characters; a group is known
     *     by the bit of its index
     */
    MarkSearch(List<List<String>> groups) {
        int states = 1;
        int classes = 1;
        for (List<String> group : groups) {
            for (String word : group) {
                states += word.length();
                for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
                    if (classOf[c] == 0) {
                        classOf[c] = (byte) classes;
                        classOf[Character.toUpperCase(c)] = (byte) classes++;
                    }
                }
            }
        }
        if (groups.size() > Long.SIZE || classes > 1 << WIDTH) {
            throw new IllegalArgumentException("too many groups, or too many characters");
        }
        this.next = new int[states << WIDTH];
        this.words = new long[states];
        this.keys = new long[states];
        this.openings = new long[states];
        int made = 1;
        for (int group = 0; group < groups.size(); group++) {
            for (String word : groups.get(group)) {
                made = add(word, 1L << group, made);
            }
        }
        link();
    }

    private int add(String word, long group, int made) {
        boolean isKey = word.endsWith(":");
        boolean opens = word.endsWith("{") && !word.equals("{{");
        int length = isKey || opens ? word.length() - 1 : word.length();
        int count = made;
        int row = 0;
        for (int i = 0; i < length; i++) {
            int at = row + classOf[word.charAt(i)];
            if (next[at] == 0) {
                next[at] = count++ << WIDTH;
            }
            row = next[at];
        }
        (isKey ? keys : opens ? openings : words)[row >>> WIDTH] |= group;
        return count;
    }

    /** Leads from where no word goes on to the longest start of one that stands there as well. */
    private void link() {
        int[] shorter = new int[words.length];
        Queue<Integer> rows = new ArrayDeque<>();
        rows.add(0);
        while (!rows.isEmpty()) {
            int row = rows.remove();
            int other = shorter[row >>> WIDTH];
            words[row >>> WIDTH] |= words[other >>> WIDTH];
            keys[row >>> WIDTH] |= keys[other >>> WIDTH];
            openings[row >>> WIDTH] |= openings[other >>> WIDTH];
            for (int c = 0; c < 1 << WIDTH; c++) {
                int below = next[row + c];
                int aside = row == 0 ? 0 : next[other + c];
                if (below == 0) {
                    next[row + c] = aside;
                } else {
                    shorter[below >>> WIDTH] = aside;
                    rows.add(below);
                }
            }
        }
    }

    /** The groups of which a word stands in a text. */
    long groupsIn(byte[] text) {
        int[] table = next;
        byte[] classes = classOf;
        long found = 0;
        int row = 0;
        for (int i = 0; i < text.length; i++) {
            row = table[row + classes[text[i] & 0xff]];
            if (row != 0) {
                int state = row >>> WIDTH;
                found |= words[state];
                if ((keys[state] & ~found) != 0 && isKey(text, i + 1)) {
                    found |= keys[state];
                }
                if ((openings[state] & ~found) != 0 && opens(text, i + 1)) {
                    found |= openings[state];
                }
            }
        }
        return found;
    }

    private static boolean isKey(byte[] text, int end) {
        int at = end;
        while (at < text.length && (isBlank(text[at]) || isQuote(text[at]))) {
            at++;
        }
        return at < text.length && text[at] == ':';
    }

    private static boolean opens(byte[] text, int end) {
        int at = end;
        while (at < text.length && (isBlank(text[at]) || text[at] == ':' || text[at] == '=')) {
            at++;
        }
        return at < text.length && (isQuote(text[at]) || text[at] == '{' || text[at] == '[');
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    /** A quote, or what stands before one that is within quotes itself. */
    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'' || b == '\\';
    }
}
