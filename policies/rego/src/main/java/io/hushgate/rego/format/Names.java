package io.hushgate.rego.format;

import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Var;
import java.util.Set;

/** How variables and constant keys are written. */
record Names(Style style) {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "as", "default", "else", "false", "import", "not", "null", "package", "some",
                    "true", "with");
    private static final Set<String> SINCE_VERSION_1 = Set.of("contains", "every", "if", "in");

    String of(Var v) {
        return v.isWildcard() ? "_" : v.name();
    }

    /** A constant key: with a dot if that can be, but a keyword in quotes stays as it is. */
    String key(Scalar.Text key) {
        String text = key.location().text();
        boolean quoted = text.startsWith("\"") || text.startsWith("`");
        String name = key.value();
        return Literals.isName(name) && !(quoted && isKeyword(name))
                ? "." + name
                : "[" + Literals.quote(name) + "]";
    }

    private boolean isKeyword(String word) {
        return KEYWORDS.contains(word) || (style.version1() && SINCE_VERSION_1.contains(word));
    }
}
