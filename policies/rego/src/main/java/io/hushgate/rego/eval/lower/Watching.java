package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.eval.body.Watch;
import io.hushgate.rego.eval.term.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts what tells an observer between the expressions. */
public final class Watching implements Instruments {
    private final UnaryOperator<String> originalName;

    /** Takes the written name of a variable for the compiler's. */
    public Watching(UnaryOperator<String> originalName) {
        this.originalName = originalName;
    }

    @Override
    public void before(Expr expr, Env env) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        Walk.vars(
                expr,
                variable -> {
                    Slot slot = env.slot(variable);
                    if (slot != null) {
                        slots.put(shown(variable), slot.index());
                    }
                });
        env.add(new Watch.Reached(expr, slots));
    }

    @Override
    public void after(Expr expr, Env env) {
        env.add(new Watch.Held(expr));
    }

    @Override
    public void end(Rule rule, Env env) {
        env.add(new Watch.Delivered(rule));
    }

    private String shown(Var variable) {
        String name = originalName.apply(variable.name());
        Location location = variable.location();
        boolean made = variable.isGenerated() && name.equals(variable.name());
        return made && location.isKnown() ? location.text() : name;
    }
}
