package io.hushgate.core.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class IdentifierWordsTest {
    private final IdentifierWords words = new IdentifierWords();

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
    void splitsAtCaseDigitsAndSeparators(String identifier, String split) {
        assertThat(String.join(" ", words.split(identifier))).isEqualTo(split);
    }

    @Test
    void aNameThatOnlySignsDivideIsSplitAsLuceneDoes() {
        IdentifierWords.Analysis lucene = new IdentifierWords.Analysis();
        Gen<String> lower = strings().betweenCodePoints('[', '~').ofLengthBetween(0, 24);
        Gen<String> upper = strings().betweenCodePoints(0, '`').ofLengthBetween(0, 12);
        for (Gen<String> names : java.util.List.of(lower, upper)) {
            qt().withExamples(2_000)
                    .forAll(names)
                    .check(name ->
                            IdentifierWords.divided(name)
                                    .map(lucene.split(name)::equals)
                                    .orElse(true));
        }
        assertThat(IdentifierWords.divided("db_password")).isPresent();
        assertThat(IdentifierWords.divided("dbPassword")).isEmpty();
    }
}
