package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.body.Members;
import io.hushgate.rego.value.Value;
import java.util.List;

/** A partial set rule: the set of all members that its definitions find. */
public final class SetDocument extends Document {
    private Clauses clauses = Clauses.NONE;

    public SetDocument(int number, List<Value> path, Location location) {
        super(number, path, location);
    }

    /** Called once, by lowering. */
    public void define(Clauses rules) {
        this.clauses = rules;
    }

    @Override
    Value evaluate(Scope scope) {
        Members members = new Members();
        for (Clause clause : clauses.candidates(scope)) {
            clause.deliver(scope, Clause.NOTHING_BOUND, members);
        }
        return members.build();
    }
}
