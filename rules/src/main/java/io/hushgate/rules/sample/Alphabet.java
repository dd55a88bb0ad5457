package io.hushgate.rules.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The characters that vendors draw random parts of credentials from. Templates name them by label.
 */
public enum Alphabet {
    DIGIT("0123456789"),
    LOWER("abcdefghijklmnopqrstuvwxyz"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ALPHA(LOWER.characters + UPPER.characters),
    /** Digits, capitals, small letters: the order in which base62 counts. */
    ALNUM(DIGIT.characters + UPPER.characters + LOWER.characters),
    UPPERALNUM(DIGIT.characters + UPPER.characters),
    /** The order in which base36 counts. */
    B36(DIGIT.characters + LOWER.characters),
    HEX("0123456789abcdef"),
    UPPERHEX("0123456789ABCDEF"),
    /** RFC 4648 section 6. */
    B32(UPPER.characters + "234567"),
    LOWERB32(LOWER.characters + "234567"),
    /** RFC 4648 section 4. */
    B64(UPPER.characters + LOWER.characters + DIGIT.characters + "+/"),
    /** RFC 4648 section 5. */
    B64U(UPPER.characters + LOWER.characters + DIGIT.characters + "-_"),
    /** Bitcoin's: no 0, O, I, l. */
    B58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"),
    /** BIP 173, in capitals. */
    BECH32("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
    WORD(ALNUM.characters + "_");

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    /** The characters in their counting order. */
    public String characters() {
        return characters;
    }

    String draw(int length, SampleRandom random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.below(characters.length())));
        }
        return text.toString();
    }

    /** Writes a number in this alphabet, padded on the left with its first character. */
    String count(long value, int width) {
        char[] text = new char[width];
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            text[i] = characters.charAt((int) (rest % characters.length()));
            rest /= characters.length();
        }
        return new String(text);
    }

    static Optional<Alphabet> of(String label) {
        return Arrays.stream(values())
                .filter(a -> a.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }
}
