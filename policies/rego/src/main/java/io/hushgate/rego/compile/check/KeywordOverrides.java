package io.hushgate.rego.compile.check;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.unit.ModuleUnit;
import io.hushgate.rego.compile.unit.Problems;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.compile.unit.RuleUnit;

/** Checks that nothing hides {@code data} and {@code input}. */
public final class KeywordOverrides {
    private final Problems problems;

    public KeywordOverrides(Problems problems) {
        this.problems = problems;
    }

    public void check(ModuleUnit module) {
        for (RuleUnit rule : module.rules()) {
            Head head = rule.head();
            if (Roots.NAMES.contains(head.name())) {
                problems.compile(
                        rule.location(),
                        "rules must not shadow %s (use a different rule name)"
                                .formatted(head.name()));
            }
            for (Term arg : head.args()) {
                if (Roots.isRoot(arg)) {
                    problems.compile(
                            arg.location(),
                            "args must not shadow %s (use a different variable name)"
                                    .formatted(arg));
                }
            }
        }
        module.rules()
                .forEach(rule ->
                        rule.each(branch -> {
                            check(branch.head());
                            check(branch.body());
                        }));
    }

    /** Checks what is assigned below {@code node}. */
    public void check(Node node) {
        Walk.nodes(
                node,
                n -> {
                    if (n instanceof Expr expr && expr.isAssignment()) {
                        Term left = expr.call().orElseThrow().args().getFirst();
                        Roots.nameOf(left).ifPresent(name -> assigned(expr, name));
                    }
                    return true;
                });
    }

    private void assigned(Expr expr, String name) {
        problems.compile(
                expr.location(),
                "variables must not shadow %s (use a different variable name)".formatted(name));
    }
}
