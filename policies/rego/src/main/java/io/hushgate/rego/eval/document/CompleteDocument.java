package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.body.Conflict;
import io.hushgate.rego.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complete rule: all of its definitions that hold must agree on one value. */
public final class CompleteDocument extends Document {
    private Clauses clauses = Clauses.NONE;
    private Clauses byDefault = Clauses.NONE;

    public CompleteDocument(int number, List<Value> path, Location location) {
        super(number, path, location);
    }

    /**
     * Called once, by lowering.
     *
     * @param otherwise the {@code default} rule
     */
    public void define(Clauses rules, Clauses otherwise) {
        this.clauses = rules;
        this.byDefault = otherwise;
    }

    @Override
    @Nullable Value evaluate(Scope scope) {
        Value result = null;
        for (Clause clause : clauses.candidates(scope)) {
            Value value = clause.value(scope, Clause.NOTHING_BOUND);
            if (value != null) {
                if (clauses.agree()) {
                    return value;
                }
                if (result != null && !result.equals(value)) {
                    throw Conflict.COMPLETE_RULE.at(clause.location());
                }
                result = value;
            }
        }
        return result == null ? byDefault.first(scope, Clause.NOTHING_BOUND) : result;
    }
}
