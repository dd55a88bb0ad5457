package io.hushgate.core.context;

import io.hushgate.core.bytes.Slice;

/**
 * How much a value resembles the words that people and programs use. {@code words.txt} lists the
 * words most frequent in program text and documents; {@code bigrams.txt} holds for each letter how
 * surprising each next letter is, in tenths of a bit. Words are kept as hashes, so that a value is
 * compared without making a string of it. Immutable.
 */
final class Language {
    private static final int LETTERS = 26;

    /**
     * A power of two, and room for 8,000 words: open addressing is fast when half of it is free.
     */
    private static final int TABLE_SIZE = 1 << 14;

    private static final int MIN_WORD = 3;
    private static final int MAX_WORD = 16;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] table;
    private final int[] surprise;

    private Language(long[] table, int[] surprise) {
        this.table = table;
        this.surprise = surprise;
    }

    /**
     * Reads the words without making a string of each: a hook reads them at its first candidate.
     */
    static Language load() {
        byte[] words = Resources.bytes("words.txt");
        long[] table = new long[TABLE_SIZE];
        long hash = FNV_OFFSET;
        for (byte letter : words) {
            if (letter != '\n') {
                hash = (hash ^ letter) * FNV_PRIME;
            } else {
                table[place(table, hash)] = hash;
                hash = FNV_OFFSET;
            }
        }
        int[] surprise = new int[LETTERS * LETTERS];
        int at = 0;
        for (String line : Resources.lines("bigrams.txt")) {
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) == ' ') {
                    at++;
                } else {
                    surprise[at] = surprise[at] * 10 + line.charAt(i) - '0';
                }
            }
            at++;
        }
        return new Language(table, surprise);
    }

    /**
     * The share of the value's letters that known words cover, at best: each word counts one letter
     * less than it has, so that short ones, which random text holds by chance, count little.
     */
    double wordShare(Slice value) {
        int n = value.length();
        int letters = 0;
        int[] best = new int[n + 1];
        for (int i = n - 1; i >= 0; i--) {
            best[i] = best[i + 1];
            if (!isLetter(value.at(i))) {
                continue;
            }
            letters++;
            long hash = FNV_OFFSET;
            for (int end = i; end < n && end - i < MAX_WORD && isLetter(value.at(end)); end++) {
                hash = (hash ^ Slice.lower(value.at(end))) * FNV_PRIME;
                int length = end + 1 - i;
                if (length >= MIN_WORD && table[place(table, hash)] == hash) {
                    best[i] = Math.max(best[i], length - 1 + best[end + 1]);
                }
            }
        }
        return letters == 0 ? 0 : (double) best[0] / letters;
    }

    /** Mean surprise of neighbouring letters in bits; 4 to 5 for words, above 6 for chance. */
    double surprise(Slice value) {
        int sum = 0;
        int pairs = 0;
        for (int i = 1; i < value.length(); i++) {
            int a = Slice.lower(value.at(i - 1)) - 'a';
            int b = Slice.lower(value.at(i)) - 'a';
            if (a >= 0 && a < LETTERS && b >= 0 && b < LETTERS) {
                sum += surprise[a * LETTERS + b];
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / (10.0 * pairs);
    }

    /** Where the hash lies, or would; open addressing, at most half full. */
    private static int place(long[] table, long hash) {
        int at = (int) (hash ^ hash >>> 32) & table.length - 1;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private static boolean isLetter(int b) {
        int lower = Slice.lower(b);
        return lower >= 'a' && lower <= 'z';
    }
}
