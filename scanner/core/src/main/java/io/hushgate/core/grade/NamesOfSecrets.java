package io.hushgate.core.grade;

import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;

/**
 * What people write where a value belongs when they mean its name: {@code my_password}, {@code
 * the-secret-token}, {@code someApiKey}. Two to four words, of which the first says whose or what
 * kind and the last says what.
 */
final class NamesOfSecrets {
    private static final int MOST_WORDS = 4;

    private static final Words FIRST =
            Words.ignoringCase(
                    "a",
                    "an",
                    "the",
                    "my",
                    "our",
                    "your",
                    "some",
                    "any",
                    "this",
                    "that",
                    "user",
                    "users",
                    "username",
                    "test",
                    "new",
                    "old",
                    "default",
                    "wrong",
                    "bad",
                    "good",
                    "right",
                    "correct",
                    "valid",
                    "strong",
                    "secure",
                    "insecure",
                    "random",
                    "initial",
                    "temp",
                    "temporary",
                    "db",
                    "database",
                    "admin",
                    "root",
                    "client",
                    "server",
                    "passed",
                    "super");
    private static final Words LAST =
            Words.ignoringCase(
                    "password",
                    "passwd",
                    "pass",
                    "pwd",
                    "passphrase",
                    "secret",
                    "token",
                    "key",
                    "apikey",
                    "credential",
                    "credentials");

    private NamesOfSecrets() {}

    static boolean isOne(Slice value) {
        int words = 0;
        int start = 0;
        for (int i = 1; i < value.length(); i++) {
            if (isBetweenWords(value, i)) {
                boolean sign = !isLetter(value.at(i));
                if (!isLetters(value, start, i)
                        || (words == 0 && !FIRST.isAllOf(value.part(0, i)))) {
                    return false;
                }
                words++;
                start = sign ? i + 1 : i;
            }
        }
        return words > 0 && words < MOST_WORDS && LAST.isAllOf(value.from(start));
    }

    /** Tells whether a word ends before an offset: at a sign, or where a capital follows. */
    private static boolean isBetweenWords(Slice value, int at) {
        int b = value.at(at);
        return b == '_'
                || b == '-'
                || b == ' '
                || (b >= 'A' && b <= 'Z' && value.at(at - 1) >= 'a' && value.at(at - 1) <= 'z');
    }

    private static boolean isLetters(Slice value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetter(value.at(i))) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isLetter(int b) {
        int lower = Slice.lower(b);
        return lower >= 'a' && lower <= 'z';
    }
}
