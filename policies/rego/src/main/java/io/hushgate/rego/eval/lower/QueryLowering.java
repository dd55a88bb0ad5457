package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.compile.CompiledQuery;
import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.AddRow;
import io.hushgate.rego.eval.term.Constant;
import io.hushgate.rego.eval.term.Thunks;
import io.hushgate.rego.value.RegoBoolean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lowers a query: a body whose variables, and the values of whose expressions, are the answer. */
final class QueryLowering {
    /** An expression that somebody wrote; compiling has put them into another order. */
    private record Written(int start, Thunk value) {}

    private final BodyLowering bodies;

    QueryLowering(BodyLowering bodies) {
        this.bodies = bodies;
    }

    Plan.Query query(CompiledQuery query) {
        Body body = query.body();
        Env env = Env.of(Map.of());
        List<Written> written = new ArrayList<>();
        for (Expr expr : body.exprs()) {
            Thunk value = bodies.valued(expr, env);
            if (!expr.generated()) {
                written.add(new Written(expr.location().start(), value));
            }
        }
        written.sort(Comparator.comparingInt(Written::start));
        List<Thunk> values = written.stream().map(Written::value).toList();
        Set<String> names = new LinkedHashSet<>();
        List<Thunk> columns = new ArrayList<>();
        Walk.vars(
                body,
                variable -> {
                    String name = query.originalName(variable.name());
                    Thunk slot = isAnswer(variable, name) ? env.slot(variable) : null;
                    if (slot != null && names.add(name)) {
                        columns.add(slot);
                    }
                });
        columns.addAll(values);
        Step chain = env.chain().end(new AddRow(new Thunks(columns)));
        return new Plan.Query(env.frameSize(), chain, List.copyOf(names), values.size());
    }

    /** Whether somebody wrote the variable and can so ask for it. */
    private static boolean isAnswer(Var variable, String name) {
        boolean written = !variable.isGenerated() || !name.equals(variable.name());
        return written && !variable.isWildcard() && !variable.isRootDocument();
    }

    /** The value of an expression that has none of its own. */
    static final Thunk HOLDS = new Constant(RegoBoolean.TRUE);
}
