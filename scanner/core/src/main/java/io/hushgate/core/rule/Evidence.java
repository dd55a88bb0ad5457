package io.hushgate.core.rule;

import io.hushgate.core.Grade;
import java.util.List;
import java.util.Optional;

/**
 * What raises or lowers the grade of recognised bytes. A failed check lowers to {@link
 * io.hushgate.core.Grade#WEAK}, it never hides; too little randomness does hide.
 *
 * @param checks offline proofs, tried in order
 * @param minEntropy Shannon entropy of the secret in bits a character, 0 to 8; 0 asks for none. 3.0
 *     tells random hexadecimal of 32 digits from words, 3.5 random base64 of 40 characters
 * @param minClasses how many of lower case, upper case, digits and others have to occur, 0 to 4
 * @param ofWords what a value made of words, such as {@code letmein123}, is at best
 */
public record Evidence(
        List<Check> checks, double minEntropy, int minClasses, Optional<Grade> ofWords) {
    /** Asks for nothing: the form says it all. */
    public static final Evidence NONE = new Evidence(List.of(), 0, 0, Optional.empty());

    public Evidence {
        checks = List.copyOf(checks);
        if (!(minEntropy >= 0 && minEntropy <= 8)) {
            throw new IllegalArgumentException("entropy is 0 to 8 bits a character");
        }
        if (minClasses < 0 || minClasses > 4) {
            throw new IllegalArgumentException("there are 0 to 4 classes of characters");
        }
    }
}
