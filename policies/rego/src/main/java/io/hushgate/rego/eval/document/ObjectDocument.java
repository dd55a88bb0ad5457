package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.body.Tree;
import io.hushgate.rego.value.Value;
import java.util.List;

/**
 * Partial object rules, of any depth: the object of all entries and sets that its definitions find.
 */
public final class ObjectDocument extends Document {
    private Clauses clauses = Clauses.NONE;

    public ObjectDocument(int number, List<Value> path, Location location) {
        super(number, path, location);
    }

    /** Called once, by lowering. */
    public void define(Clauses rules) {
        this.clauses = rules;
    }

    @Override
    Value evaluate(Scope scope) {
        Tree tree = new Tree();
        for (Clause clause : clauses.candidates(scope)) {
            clause.deliver(scope, Clause.NOTHING_BOUND, tree);
        }
        return tree.build();
    }
}
