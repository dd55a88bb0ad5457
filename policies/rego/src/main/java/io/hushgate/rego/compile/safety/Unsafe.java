package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The expressions that could not be placed, with the variables that nothing binds. */
final class Unsafe {
    private static final Set<String> KEYWORDS_BY_IMPORT =
            Set.of("in", "every", "contains", "if", "not", "and", "or");

    private record Entry(Expr expr, Set<String> vars) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(Expr expr, Set<String> vars) {
        entries.add(new Entry(expr, new LinkedHashSet<>(vars)));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void addAll(Unsafe other) {
        entries.addAll(other.entries);
    }

    /**
     * One error for each variable, at the first expression that needs it. Where only variables are
     * unsafe that nobody wrote, the expressions are named instead.
     */
    List<RegoError> errors(LocalNames names, String scope) {
        Map<String, Location> first = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (String name : entry.vars()) {
                first.merge(
                        name,
                        entry.expr().location(),
                        (a, b) -> Location.ORDER.compare(a, b) <= 0 ? a : b);
            }
        }
        List<RegoError> errors = new ArrayList<>();
        first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Location.ORDER))
                .map(entry -> Map.entry(Var.of(names.original(entry.getKey())), entry.getValue()))
                .filter(entry -> !entry.getKey().isGenerated())
                .forEach(entry -> errors.add(unsafe(entry.getKey(), entry.getValue(), scope)));
        return errors.isEmpty() ? unsafeExpressions(scope) : errors;
    }

    private static RegoError unsafe(Var v, Location location, String scope) {
        String hint =
                KEYWORDS_BY_IMPORT.contains(v.name())
                        ? " (hint: `import future.keywords.%s` to import a future keyword)"
                                .formatted(v.name())
                        : "";
        return new RegoError(
                ErrorCode.UNSAFE_VAR, "var %s is unsafe%s%s".formatted(v, scope, hint), location);
    }

    private List<RegoError> unsafeExpressions(String scope) {
        List<RegoError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        entries.stream()
                .sorted(Comparator.comparing(entry -> entry.expr().location(), Location.ORDER))
                .filter(entry -> seen.addAll(entry.vars()))
                .forEach(entry ->
                        errors.add(
                                new RegoError(
                                        ErrorCode.UNSAFE_VAR,
                                        "expression is unsafe" + scope,
                                        entry.expr().location())));
        return errors;
    }
}
