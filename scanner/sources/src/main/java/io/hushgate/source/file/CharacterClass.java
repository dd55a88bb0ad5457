package io.hushgate.source.file;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The classes of POSIX brackets, {@code [:alpha:]}, for ASCII, as git's wildmatch has them. */
final class CharacterClass {
    private CharacterClass() {}

    /** Adds the members of a class; false when there is no class of this name. */
    static boolean add(String name, BitSet set) {
        IntPredicate members = members(name);
        if (members == null) {
            return false;
        }
        for (int c = 0; c < 128; c++) {
            if (members.test(c)) {
                set.set(c);
            }
        }
        return true;
    }

    private static @Nullable IntPredicate members(String name) {
        return switch (name) {
            case "alnum" -> c -> isLetter(c) || isDigit(c);
            case "alpha" -> CharacterClass::isLetter;
            case "blank" -> c -> c == ' ' || c == '\t';
            case "cntrl" -> c -> c < 32 || c == 127;
            case "digit" -> CharacterClass::isDigit;
            case "graph" -> c -> c > 32 && c < 127;
            case "lower" -> c -> c >= 'a' && c <= 'z';
            case "print" -> c -> c >= 32 && c < 127;
            case "punct" -> c -> c > 32 && c < 127 && !isLetter(c) && !isDigit(c);
            case "space" -> c -> c == ' ' || (c >= 9 && c <= 13);
            case "upper" -> c -> c >= 'A' && c <= 'Z';
            case "xdigit" -> c -> Character.digit(c, 16) >= 0;
            default -> null;
        };
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
