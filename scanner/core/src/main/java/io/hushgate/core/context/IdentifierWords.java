package io.hushgate.core.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits identifiers into words: {@code dbPasswordHash} into db, password, hash. A word ends where
 * a lower-case letter is followed by another letter of another case, where letters and digits meet,
 * and at everything else.
 *
 * <p>Lucene's {@code WordDelimiterGraphFilter} says the same, and the tests hold this to it; it is
 * not used here because it takes a tenth of a hook's time to load.
 */
final class IdentifierWords {
    private static final int SEPARATOR = 0;
    private static final int LOWER = 1;
    private static final int UPPER = 2;
    private static final int DIGIT = 4;
    private static final int LETTER = LOWER | UPPER;

    private IdentifierWords() {}

    /** The words in lower case, in order. */
    static List<String> split(String identifier) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int last = SEPARATOR;
        for (int i = 0; i < identifier.length(); i++) {
            int kind = kind(identifier.charAt(i));
            if (ends(last, kind)) {
                add(identifier, start, i, words);
                start = i;
            }
            if (kind == SEPARATOR) {
                start = i + 1;
            }
            last = kind;
        }
        add(identifier, start, identifier.length(), words);
        return words;
    }

    /** {@code HTTPServer} stays one word: an upper-case letter binds what follows it. */
    private static boolean ends(int last, int kind) {
        boolean alike = (last & kind) != 0 || last == UPPER && (kind & LETTER) != 0;
        return last != SEPARATOR && !alike;
    }

    private static void add(String identifier, int start, int end, List<String> words) {
        if (start < end) {
            words.add(identifier.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }

    private static int kind(char c) {
        if (Character.isLowerCase(c)) {
            return LOWER;
        }
        if (Character.isUpperCase(c)) {
            return UPPER;
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        return Character.isDigit(c) ? DIGIT : SEPARATOR;
    }
}
