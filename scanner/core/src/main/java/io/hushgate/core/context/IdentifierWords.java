package io.hushgate.core.context;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits identifiers into words: {@code dbPasswordHash} into db, password, hash. The only class
 * that touches Lucene, which is loaded when the first telling name with a likely value is met. One
 * per thread.
 */
final class IdentifierWords {
    private static final int PARTS =
            WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                    | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                    | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
                    | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;

    private final KeywordTokenizer tokenizer = new KeywordTokenizer();
    private final TokenStream words =
            new LowerCaseFilter(new WordDelimiterGraphFilter(tokenizer, PARTS, null));
    private final CharTermAttribute term = words.addAttribute(CharTermAttribute.class);

    /** The words in lower case, in order. */
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
