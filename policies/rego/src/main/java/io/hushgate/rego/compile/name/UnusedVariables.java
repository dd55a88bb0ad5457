package io.hushgate.rego.compile.name;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds variables of the innermost scope that are declared for nothing. */
final class UnusedVariables {
    private final Scopes scopes;
    private final Body written;
    private final Body renamed;

    UnusedVariables(Scopes scopes, Body written, Body renamed) {
        this.scopes = scopes;
        this.written = written;
        this.renamed = renamed;
    }

    /** Reports variables that {@code :=} gives a value that nobody reads. */
    void assigned(Set<String> used, List<RegoError> errors) {
        Map<String, String> locals = scopes.here();
        Set<String> read = new HashSet<>(scopes.localsOf(used));
        for (String name : scopes.namesHere(Occurrence.ASSIGNED)) {
            String local = locals.getOrDefault(name, name);
            if (isWildcard(name) || scopes.occurrences(name) > 1 || read.contains(local)) {
                continue;
            }
            report("assigned", name, place(renamed, expr -> mentions(expr, local)), errors);
        }
    }

    /** Reports variables that {@code some} or {@code every} declares and that stand nowhere. */
    void declared(Set<String> used, List<RegoError> errors) {
        List<String> declared = scopes.namesHere(Occurrence.DECLARED);
        if (declared.isEmpty()) {
            return;
        }
        Map<String, String> locals = scopes.here();
        Set<String> mentioned = new HashSet<>(scopes.localsOf(used));
        mentioned.addAll(used);
        Walk.vars(renamed, v -> mentioned.add(v.name()));
        for (String name : declared) {
            if (!mentioned.contains(locals.getOrDefault(name, name)) && !isHidden(name)) {
                Location place = place(written, expr -> Declarations.in(expr).contains(name));
                report("declared", name, place, errors);
            }
        }
    }

    private static Location place(Body body, Predicate<Expr> wanted) {
        return body.exprs().stream()
                .filter(wanted)
                .findFirst()
                .orElse(body.exprs().getFirst())
                .location();
    }

    private static boolean mentions(Node node, String name) {
        Set<String> names = new HashSet<>();
        Walk.vars(node, v -> names.add(v.name()));
        return names.contains(name);
    }

    private static boolean isWildcard(String name) {
        return Var.of(name).isWildcard();
    }

    /** Whether the name is one that nobody wrote. */
    private static boolean isHidden(String name) {
        return Var.of(name).isGenerated();
    }

    private static void report(String how, String name, Location place, List<RegoError> errors) {
        errors.add(
                new RegoError(ErrorCode.COMPILE, "%s var %s unused".formatted(how, name), place));
    }
}
