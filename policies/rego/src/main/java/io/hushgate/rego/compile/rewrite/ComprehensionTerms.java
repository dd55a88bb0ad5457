package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Transformer;
import io.hushgate.rego.compile.unit.Bodies;
import io.hushgate.rego.compile.unit.LocalNames;
import java.util.ArrayList;
import java.util.List;

/** Moves what needs evaluation from the term of a comprehension into its body. */
public final class ComprehensionTerms extends Transformer {
    private final Bindings bindings;

    public ComprehensionTerms(LocalNames names) {
        this.bindings = new Bindings(names);
    }

    @Override
    public Term term(Term term) {
        if (!(term instanceof Comprehension comprehension)) {
            return super.term(term);
        }
        List<Expr> support = new ArrayList<>();
        return switch (comprehension) {
            case Comprehension.OfArray(var item, var body, var location) -> {
                Term plain = plain(item, support);
                yield new Comprehension.OfArray(plain, closure(body, support), location);
            }
            case Comprehension.OfSet(var item, var body, var location) -> {
                Term plain = plain(item, support);
                yield new Comprehension.OfSet(plain, closure(body, support), location);
            }
            case Comprehension.OfObject(var key, var value, var body, var location) -> {
                Term plainKey = plain(key, support);
                Term plainValue = plain(value, support);
                yield new Comprehension.OfObject(
                        plainKey, plainValue, closure(body, support), location);
            }
        };
    }

    private Body closure(Body body, List<Expr> support) {
        return body(Bodies.append(body, support));
    }

    private Term plain(Term term, List<Expr> support) {
        if (!Bindings.needsEvaluation(term)) {
            return term;
        }
        Expr binding = bindings.bind(term);
        support.add(binding);
        return Bindings.variable(binding);
    }
}
