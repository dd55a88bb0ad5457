package io.hushgate.rego.watch;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.value.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a rule, say of a test, has failed: the expression of its body that was evaluated
 * last and has not held, with the values that it had before it.
 */
public final class FailureFinder implements Observer {
    private final Set<Expr> body = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Failure last;

    /**
     * @param rule a rule of the compiled program
     */
    public FailureFinder(Rule rule) {
        body.addAll(rule.body().exprs());
    }

    /**
     * Where a rule has failed.
     *
     * @param text the expression as it was written
     * @param values the values of its variables and parts, by name or text
     */
    public record Failure(Location location, String text, Map<String, Value> values) {
        public Failure {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** The failure, or nothing when the rule was not evaluated. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(last);
    }

    @Override
    public void reached(Expr expr, Supplier<Map<String, Value>> values) {
        if (body.contains(expr)) {
            Location location = expr.location();
            String text = location.isKnown() ? location.text() : expr.toString();
            last = new Failure(location, text, values.get());
        }
    }

    @Override
    public void held(Expr expr) {}

    @Override
    public void delivered(Rule rule) {}
}
