package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.compile.unit.LocalNames;
import io.hushgate.rego.compile.unit.RuleUnit;
import java.util.ArrayList;
import java.util.List;

/** Moves what needs evaluation from heads into bodies. */
public final class HeadTerms {
    private final Bindings bindings;

    public HeadTerms(LocalNames names) {
        this.bindings = new Bindings(names);
    }

    /**
     * Leaves only constants and variables as keys: {@code p[x.y]} becomes {@code p[a]} with {@code
     * a = x.y}.
     */
    public void keys(RuleUnit rule) {
        Ref ref = rule.head().ref();
        List<Expr> support = new ArrayList<>();
        List<Term> keys =
                ref.path().stream()
                        .map(key ->
                                key instanceof Var || key instanceof Scalar
                                        ? key
                                        : move(key, support))
                        .toList();
        rule.head(rule.head().withRef(ref.prefix(1).appendAll(keys)));
        rule.append(support);
    }

    /** Leaves no reference and no comprehension as member, value or parameter. */
    public void values(RuleUnit rule) {
        Head head = rule.head();
        List<Expr> support = new ArrayList<>();
        Head.Result result =
                switch (head.result()) {
                    case Head.Result.Member(var key) -> new Head.Result.Member(plain(key, support));
                    case Head.Result.Value(var value, var assigned, var generated) ->
                            new Head.Result.Value(plain(value, support), assigned, generated);
                };
        List<Term> args = head.args().stream().map(arg -> plain(arg, support)).toList();
        rule.head(head.withArgs(args).withResult(result));
        rule.append(support);
    }

    private Term plain(Term term, List<Expr> support) {
        return Bindings.needsEvaluation(term) ? move(term, support) : term;
    }

    private Term move(Term term, List<Expr> support) {
        Expr binding = bindings.bind(term);
        support.add(binding);
        return Bindings.variable(binding);
    }
}
