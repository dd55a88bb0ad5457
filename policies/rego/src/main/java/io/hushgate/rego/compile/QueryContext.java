package io.hushgate.rego.compile;

import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Ref;
import java.util.List;
import java.util.Optional;

/**
 * Where a query stands as if it were part of a module.
 *
 * @param packagePath {@code data.a.b}; the rules of that package can be named without it
 * @param imports names that the query may use
 */
public record QueryContext(Optional<Ref> packagePath, List<Import> imports) {
    /** No package and no imports: everything is named from {@code data} or {@code input}. */
    public static final QueryContext NONE = new QueryContext(Optional.empty(), List.of());

    public QueryContext {
        imports = List.copyOf(imports);
    }
}
