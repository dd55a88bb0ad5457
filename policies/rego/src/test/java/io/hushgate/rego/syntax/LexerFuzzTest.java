package io.hushgate.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=LexerFuzzTest} searches; without it, the seeds are tried.
 */
class LexerFuzzTest {
    @FuzzTest(maxDuration = "90s")
    void tokensCoverTheText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Lexer.Result result = Lexer.tokenize(new Source("", text));
        List<Token> tokens = result.tokens();
        int end = 0;
        int row = 1;
        for (Token token : tokens) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.row()).isGreaterThanOrEqualTo(row);
            assertBlank(text, end, token.start(), result.comments());
            end = token.end();
            row = token.row();
        }
        assertThat(end).isEqualTo(text.length());
        assertThat(tokens.getLast().start()).isEqualTo(text.length());
    }

    private static void assertBlank(String text, int from, int to, List<Comment> comments) {
        for (int i = from; i < to; i++) {
            int at = i;
            boolean blank = Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF';
            boolean comment =
                    comments.stream()
                            .anyMatch(c -> c.location().start() <= at && at < c.location().end());
            assertThat(blank || comment).isTrue();
        }
    }
}
