package io.hushgate.core.context;

import io.hushgate.core.bytes.Slice;
import io.hushgate.core.context.AssignmentReader.Notation;
import io.hushgate.core.context.FileKind.Content;
import io.hushgate.core.context.NameSense.Head;
import io.hushgate.core.grade.Randomness;
import java.util.EnumMap;
import java.util.Map;

/** What is weighed of an assignment, each between 0 and 1 or about as large. */
enum Feature {
    BIAS,
    NAME_PASSWORD,
    NAME_SECRET,
    NAME_TOKEN,
    NAME_KEY,
    NAME_CREDENTIAL,
    NAME_ELSE,
    NAME_TRIAL,
    COLON,
    COMPARISON,
    ARGUMENT,
    ELEMENT,
    WORD,
    NAME_VALUE,
    BARE,
    WRAPPED,
    MORE_WORDS,
    CODE,
    DOCUMENT,
    TEST,
    BARE_IN_DOCUMENT,
    TRANSLATION,
    LENGTH_UNDER_6,
    LENGTH_UNDER_8,
    LENGTH_OVER_12,
    LENGTH_OVER_20,
    LENGTH_OVER_64,
    TWO_CLASSES,
    THREE_CLASSES,
    DIGIT_SHARE,
    ONLY_DIGITS,
    ENTROPY,
    WORD_SHARE,
    ALL_WORDS,
    SURPRISE,
    SURPRISE_OF_LONG,
    BLANKS,
    DOTTED,
    PATH,
    UUID,
    HEXADECIMAL,
    PUNCTUATION,
    REPEATS_NAME,
    /** A word with the digits and signs that rules for passwords ask for. */
    DRESSED_WORD,
    /** The same under the name of a password. */
    DRESSED_PASSWORD;

    /** Measures all of them. */
    static Map<Feature, Double> of(
            AssignmentReader a, NameSense name, Slice value, FileKind file, Language language) {
        Map<Feature, Double> found = new EnumMap<>(Feature.class);
        Shape shape = Shape.of(value);
        double words = language.wordShare(value);
        double surprise = language.surprise(value);
        int n = value.length();
        put(found, BIAS, true);
        put(found, NAME_PASSWORD, name.head() == Head.PASSWORD);
        put(found, NAME_SECRET, name.head() == Head.SECRET);
        put(found, NAME_TOKEN, name.head() == Head.TOKEN);
        put(found, NAME_KEY, name.head() == Head.KEY);
        put(found, NAME_CREDENTIAL, name.head() == Head.CREDENTIAL);
        put(found, NAME_ELSE, name.isElse());
        put(found, NAME_TRIAL, name.isTrial());
        put(found, COLON, a.notation() == Notation.COLON);
        put(found, COMPARISON, a.notation() == Notation.COMPARISON);
        put(found, ARGUMENT, a.notation() == Notation.ARGUMENT);
        put(found, ELEMENT, a.notation() == Notation.ELEMENT);
        put(found, WORD, a.notation() == Notation.WORD);
        put(found, NAME_VALUE, a.notation() == Notation.NAME_VALUE);
        put(found, BARE, !a.isQuoted());
        put(found, WRAPPED, a.isWrapped());
        put(found, MORE_WORDS, a.hasMoreWords());
        put(found, CODE, file.content() == Content.CODE);
        put(found, DOCUMENT, file.content() == Content.DOCUMENT);
        put(found, TEST, file.isTest());
        put(found, BARE_IN_DOCUMENT, !a.isQuoted() && file.content() == Content.DOCUMENT);
        put(found, TRANSLATION, file.isTranslation());
        put(found, LENGTH_UNDER_6, n < 6);
        put(found, LENGTH_UNDER_8, n < 8);
        put(found, LENGTH_OVER_12, n > 12);
        put(found, LENGTH_OVER_20, n > 20);
        put(found, LENGTH_OVER_64, n > 64);
        put(found, TWO_CLASSES, Randomness.classes(value) >= 2);
        put(found, THREE_CLASSES, Randomness.classes(value) >= 3);
        found.put(DIGIT_SHARE, (double) shape.digits() / n);
        put(found, ONLY_DIGITS, shape.digits() == n);
        found.put(ENTROPY, Randomness.entropy(value) / (Math.log(Math.max(n, 2)) / Math.log(2)));
        found.put(WORD_SHARE, words);
        put(found, ALL_WORDS, words > 0.7);
        found.put(SURPRISE, Math.clamp((surprise - 4) / 3, 0, 1.5));
        found.put(SURPRISE_OF_LONG, n < 8 ? 0 : Math.clamp((surprise - 4) / 3, 0, 1.5));
        found.put(BLANKS, Math.min(1, shape.blanks() / 2.0));
        put(found, DOTTED, shape.isDotted());
        put(found, PATH, shape.isPath());
        put(found, UUID, shape.isUuid());
        put(found, HEXADECIMAL, n >= 16 && shape.hexDigits() == n);
        put(found, PUNCTUATION, shape.punctuation() > 0);
        put(found, REPEATS_NAME, shape.namesCredential());
        put(found, DRESSED_WORD, shape.isDressed());
        put(found, DRESSED_PASSWORD, shape.isDressed() && name.head() == Head.PASSWORD);
        return found;
    }

    private static void put(Map<Feature, Double> found, Feature feature, boolean holds) {
        found.put(feature, holds ? 1.0 : 0.0);
    }
}
