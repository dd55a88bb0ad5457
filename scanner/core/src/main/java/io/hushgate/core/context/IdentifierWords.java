package io.hushgate.core.context;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Splits identifiers into words: {@code dbPasswordHash} into db, password, hash. Lucene does, but
 * for names of ASCII letters in one case, whose words only signs divide: most names are, and Lucene
 * is a tenth of a hook's time to load. The only class that touches it. One per thread.
 */
final class IdentifierWords {
    private @Nullable Analysis analysis;

    /** The words in lower case, in order. */
    List<String> split(String identifier) {
        return divided(identifier).orElseGet(() -> analysis().split(identifier));
    }

    private Analysis analysis() {
        Analysis known = analysis;
        if (known == null) {
            known = new Analysis();
            analysis = known;
        }
        return known;
    }

    /** The words of {@code db_password} and {@code DB-PASSWORD}; of other names nothing. */
    static Optional<List<String>> divided(String identifier) {
        List<String> words = new ArrayList<>();
        boolean lower = false;
        boolean upper = false;
        int start = 0;
        for (int i = 0; i <= identifier.length(); i++) {
            char c = i < identifier.length() ? identifier.charAt(i) : '_';
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            lower |= small;
            upper |= capital;
            if ((lower && upper) || (c >= '0' && c <= '9') || c >= 128) {
                return Optional.empty();
            }
            if (!small && !capital) {
                if (i > start) {
                    words.add(identifier.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return Optional.of(words);
    }

    /** Lucene's machinery, which is used again for each name. */
    static final class Analysis {
        private static final int PARTS =
                WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                        | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                        | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
                        | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;

        private final KeywordTokenizer tokenizer = new KeywordTokenizer();
        private final TokenStream words =
                new LowerCaseFilter(new WordDelimiterGraphFilter(tokenizer, PARTS, null));
        private final CharTermAttribute term = words.addAttribute(CharTermAttribute.class);

        List<String> split(String identifier) {
            try {
                List<String> split = new ArrayList<>();
                tokenizer.setReader(new StringReader(identifier));
                words.reset();
                while (words.incrementToken()) {
                    split.add(term.toString());
                }
                words.end();
                words.close();
                return split;
            } catch (IOException e) {
                throw new UncheckedIOException("a string is always readable", e);
            }
        }
    }
}
