package io.hushgate.rego.format;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Head.Result;
import io.hushgate.rego.ast.Import;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Transformer;
import java.util.List;

/**
 * What must not change when a module is formatted: everything but layout, order of imports, and
 * forms of one meaning.
 */
final class Shape {
    private Shape() {}

    /** Two modules of one shape mean the same. */
    record Of(List<String> imports, List<String> statements, List<String> comments) {}

    static Of of(Module module) {
        return new Of(
                NeededImports.of(module).stream().map(Import::toString).sorted().toList(),
                module.rules().stream().map(Shape::of).toList(),
                module.comments().stream().map(c -> c.text().strip()).sorted().toList());
    }

    static String of(Rule rule) {
        return new Normalizer().rule(rule).toString();
    }

    /**
     * Makes {@code =} and {@code :=} in heads, and what is written and what is understood, the
     * same.
     */
    private static final class Normalizer extends Transformer {
        @Override
        public Head head(Head head) {
            Head inner = super.head(head);
            return switch (inner.result()) {
                case Result.Value(var value, _, _) ->
                        inner.withResult(new Result.Value(value, true, false));
                case Result.Member _ -> inner;
            };
        }

        @Override
        public Expr expr(Expr expr) {
            Expr inner = super.expr(expr);
            return inner.statement() instanceof Statement.OfTerm
                    ? new Expr(
                            inner.statement(),
                            inner.negated(),
                            false,
                            inner.modifiers(),
                            inner.location())
                    : inner;
        }
    }
}
