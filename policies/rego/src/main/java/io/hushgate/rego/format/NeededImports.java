package io.hushgate.rego.format;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Walk;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The imports that do something: beside {@code rego.v1}, those of keywords that it has anyway do
 * nothing.
 */
final class NeededImports {
    private static final String VERSION_1 = "rego.v1";
    private static final String ALL_KEYWORDS = "future.keywords";
    private static final Set<String> CONTAINED =
            Set.of(
                    "future.keywords.contains",
                    "future.keywords.every",
                    "future.keywords.if",
                    "future.keywords.in");

    private NeededImports() {}

    static List<Import> of(Module module) {
        boolean hasVersion1 = module.imports().stream().anyMatch(i -> path(i).equals(VERSION_1));
        return hasVersion1
                ? module.imports().stream().filter(i -> isNeeded(i, module)).toList()
                : module.imports();
    }

    private static boolean isNeeded(Import imported, Module module) {
        String path = path(imported);
        return !CONTAINED.contains(path)
                && !(path.equals(ALL_KEYWORDS)
                        && module.rules().stream().noneMatch(NeededImports::usesLogic));
    }

    /**
     * Whether a rule has {@code not}, {@code and} or {@code or}, which mean something else without
     * their import.
     */
    private static boolean usesLogic(Rule rule) {
        AtomicBoolean found = new AtomicBoolean();
        Walk.nodes(
                rule,
                node -> {
                    if (node instanceof Statement.Not
                            || node instanceof Statement.Logical
                            || (node instanceof Expr expr && expr.negated())) {
                        found.set(true);
                    }
                    return !found.get();
                });
        return found.get();
    }

    private static String path(Import imported) {
        return imported.path().toString();
    }
}
