package io.hushgate.core.context;

import io.hushgate.core.bytes.Slice;
import org.jspecify.annotations.Nullable;

/** Tells words from chance. Loads its list when first asked. One per thread. */
public final class WordSense {
    /** The least share of a value's letters in known words, see {@link Language#wordShare}. */
    private static final double MADE_OF_WORDS = 0.6;

    /** Digits and signs that people put before or behind a word. */
    private static final int MAX_TRIMMINGS = 4;

    private @Nullable Language language;

    /** Tells whether a value is one word or some, with few digits: {@code letmein123}. */
    public boolean isMadeOfWords(Slice value) {
        int letters = 0;
        for (int i = 0; i < value.length(); i++) {
            int lower = Slice.lower(value.at(i));
            letters += lower >= 'a' && lower <= 'z' ? 1 : 0;
        }
        return value.length() - letters <= MAX_TRIMMINGS
                && language().wordShare(value) >= MADE_OF_WORDS;
    }

    Language language() {
        Language known = language;
        if (known == null) {
            known = Language.load();
            language = known;
        }
        return known;
    }
}
