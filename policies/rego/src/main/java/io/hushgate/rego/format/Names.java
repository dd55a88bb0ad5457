package io.hushgate.rego.format;

import io.hushgate.rego.ast.Var;
import java.util.Set;

/** How variables are written, and which words would be read as something else. */
final class Names {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "as",
                    "default",
                    "else",
                    "every",
                    "false",
                    "if",
                    "import",
                    "in",
                    "contains",
                    "not",
                    "null",
                    "package",
                    "some",
                    "true",
                    "with");

    boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    String of(Var v) {
        return v.isWildcard() ? "_" : v.name();
    }
}
