package io.hushgate.core.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class IdentifierWordsTest {
    @ParameterizedTest
    @CsvSource({
        "dbPasswordHash, db password hash",
        "DB_PASSWORD, db password",
        "db-passwd-2, db passwd 2",
        "v2Token, v 2 token",
        "HTTPServer, httpserver",
        "__x__, x",
        "$, ''",
    })
    void splitsAtCaseDigitsAndSeparators(String identifier, String words) {
        assertThat(String.join(" ", IdentifierWords.split(identifier))).isEqualTo(words);
    }

    @Test
    void saysWhatLuceneSays() {
        Gen<String> latin = strings().betweenCodePoints(0, 0xff).ofLengthBetween(1, 24);
        Gen<String> names = strings().betweenCodePoints('0', 'z').ofLengthBetween(1, 24);
        qt().withExamples(3_000)
                .forAll(latin)
                .check(name -> IdentifierWords.split(name).equals(byLucene(name)));
        qt().withExamples(3_000)
                .forAll(names)
                .check(name -> IdentifierWords.split(name).equals(byLucene(name)));
    }

    private static List<String> byLucene(String identifier) {
        int parts =
                WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                        | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                        | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
                        | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
        List<String> split = new ArrayList<>();
        KeywordTokenizer tokenizer = new KeywordTokenizer();
        try (TokenStream words =
                new LowerCaseFilter(new WordDelimiterGraphFilter(tokenizer, parts, null))) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(identifier));
            words.reset();
            while (words.incrementToken()) {
                split.add(term.toString());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return split;
    }
}
