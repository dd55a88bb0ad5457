package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Link;
import io.hushgate.rego.eval.Scope;
import java.util.List;

/** Checks in order, then what follows. Long bodies so need no deep stack. */
public final class Checks extends Link {
    private final Check[] checks;

    public Checks(List<? extends Check> checks) {
        this.checks = checks.toArray(Check[]::new);
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        for (Check check : checks) {
            if (!check.holds(scope, frame)) {
                return false;
            }
        }
        return next().run(scope, frame);
    }
}
