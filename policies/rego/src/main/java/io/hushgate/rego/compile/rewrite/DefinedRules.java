package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.tree.RuleTree;
import io.hushgate.rego.compile.unit.Bodies;
import io.hushgate.rego.compile.unit.Roots;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.List;

/** Knows rules that have a value whatever the input is. */
final class DefinedRules {
    private final RuleTree<RuleUnit> tree;

    DefinedRules(RuleTree<RuleUnit> tree) {
        this.tree = tree;
    }

    /** Whether {@code ref} is a rule with a default, a set, or a single constant. */
    boolean isAlwaysDefined(Ref ref) {
        if (ref.size() < 2 || !Roots.isData(ref)) {
            return false;
        }
        List<RuleUnit> rules = tree.rulesAt(ref);
        if (rules.isEmpty() || rules.getFirst().head().isFunction()) {
            return false;
        }
        return rules.getFirst().head().isPartialSet()
                || rules.stream().anyMatch(RuleUnit::isDefault)
                || (rules.size() == 1 && isConstant(rules.getFirst()));
    }

    private static boolean isConstant(RuleUnit rule) {
        return Bodies.isTrue(rule.body())
                && rule.head().value().filter(DefinedRules::isConstant).isPresent();
    }

    private static boolean isConstant(Term value) {
        return switch (value) {
            case Scalar _, Var _ -> true;
            case ArrayTerm _, ObjectTerm _, SetTerm _ -> value.isGround();
            case Ref _, Call _, Comprehension _, TemplateString _ -> false;
        };
    }
}
