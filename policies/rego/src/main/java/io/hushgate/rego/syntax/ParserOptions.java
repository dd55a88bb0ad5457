package io.hushgate.rego.syntax;

import io.hushgate.rego.ast.Features;
import io.hushgate.rego.ast.RegoVersion;
import java.util.Set;

/**
 * How to read a text.
 *
 * @param version the syntax before the text's own imports are heard
 * @param features keywords that are switched on without an import; for queries that go with a
 *     module
 * @param builtins names that a rule without body and value cannot have, {@code count(x)} being most
 *     likely a mistake
 */
public record ParserOptions(RegoVersion version, Features features, Set<String> builtins) {
    /** Version 1, nothing else. */
    public static final ParserOptions V1 =
            new ParserOptions(RegoVersion.V1, Features.NONE, Set.of());

    /** Version 0, as {@code opa --v0-compatible}. */
    public static final ParserOptions V0 =
            new ParserOptions(RegoVersion.V0, Features.NONE, Set.of());

    public ParserOptions {
        builtins = Set.copyOf(builtins);
    }

    public ParserOptions withBuiltins(Set<String> names) {
        return new ParserOptions(version, features, names);
    }

    public ParserOptions withFeatures(Features newFeatures) {
        return new ParserOptions(version, newFeatures, builtins);
    }
}
