package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Body;
import java.util.Map;

/**
 * A query that is ready for evaluation against the modules it was compiled with.
 *
 * @param body rewritten as the package describes
 * @param originals the names that the author gave to replaced variables, by the names that replace
 *     them; other variables of the body that are neither generated nor wildcards were written so
 */
public record CompiledQuery(Body body, Map<String, String> originals) {
    public CompiledQuery {
        originals = Map.copyOf(originals);
    }

    /** The name under which a variable of the body is shown. */
    public String originalName(String variable) {
        return originals.getOrDefault(variable, variable);
    }
}
