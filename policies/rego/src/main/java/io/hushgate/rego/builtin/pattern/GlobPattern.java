package io.hushgate.rego.builtin.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hushgate.rego.builtin.BuiltinError;
import java.util.List;

/** A compiled glob. */
@FunctionalInterface
interface GlobPattern {
    boolean matches(String text);

    /**
     * Patterns without classes and alternatives are matched directly, the others as expressions.
     */
    static GlobPattern compile(String source, String delimiters) {
        List<GlobSyntax.Node> nodes = GlobSyntax.parse(source);
        for (GlobSyntax.Node node : nodes) {
            switch (node) {
                case GlobSyntax.Text _, GlobSyntax.Star _, GlobSyntax.One _ -> {}
                case GlobSyntax.Listed _, GlobSyntax.Ranged _, GlobSyntax.AnyOf _ -> {
                    return expression(nodes, delimiters);
                }
            }
        }
        return new WildcardGlob(nodes, delimiters);
    }

    private static GlobPattern expression(List<GlobSyntax.Node> nodes, String delimiters) {
        StringBuilder expression = new StringBuilder("(?s)");
        String one = delimiters.isEmpty() ? "." : "[^" + escaped(delimiters) + "]";
        append(nodes, one, expression);
        try {
            Pattern pattern = Pattern.compile(expression.toString());
            return pattern::matches;
        } catch (PatternSyntaxException e) {
            throw BuiltinError.of("the pattern is too large");
        }
    }

    private static void append(List<GlobSyntax.Node> nodes, String one, StringBuilder expression) {
        for (GlobSyntax.Node node : nodes) {
            switch (node) {
                case GlobSyntax.Text(var text) -> expression.append(escaped(text));
                case GlobSyntax.Star(var overDelimiters) ->
                        expression.append(overDelimiters ? "." : one).append('*');
                case GlobSyntax.One() -> expression.append(one);
                case GlobSyntax.Listed(var characters, var not) ->
                        expression.append(not ? "[^" : "[").append(escaped(characters)).append(']');
                case GlobSyntax.Ranged(var first, var last, var not) ->
                        expression.append(
                                "[%s\\x{%x}-\\x{%x}]".formatted(not ? "^" : "", first, last));
                case GlobSyntax.AnyOf(var patterns) -> {
                    String separator = "(?:";
                    for (List<GlobSyntax.Node> pattern : patterns) {
                        expression.append(separator);
                        append(pattern, one, expression);
                        separator = "|";
                    }
                    expression.append(')');
                }
            }
        }
    }

    /** The same characters in an expression, also within a class. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        escaped.appendCodePoint(c);
                    } else {
                        escaped.append("\\x{%x}".formatted(c));
                    }
                });
        return escaped.toString();
    }
}
