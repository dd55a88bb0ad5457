package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** How bodies grow. */
public final class Bodies {
    private Bodies() {}

    /** Whether the body is nothing but {@code true}: it always holds. */
    public static boolean isTrue(Body body) {
        return body.exprs().size() == 1
                && body.exprs().getFirst().statement()
                        instanceof Statement.OfTerm(Scalar.Bool(var value, _))
                && value;
    }

    /** The body with more expressions at its end; they take the place of a lone {@code true}. */
    public static Body append(Body body, List<Expr> exprs) {
        if (exprs.isEmpty()) {
            return body;
        }
        List<Expr> all = new ArrayList<>(body.exprs().size() + exprs.size());
        if (!isTrue(body)) {
            all.addAll(body.exprs());
        }
        all.addAll(exprs);
        return body.withExprs(all);
    }
}
