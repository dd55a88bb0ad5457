package io.hushgate.rego.eval.body;

import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.term.Thunks;
import io.hushgate.rego.value.Value;

/** Ends the body of a query. */
public final class AddRow extends Step {
    private final Thunks columns;

    public AddRow(Thunks columns) {
        this.columns = columns;
    }

    @Override
    public boolean run(Scope scope, Frame frame) {
        Value[] row = columns.of(scope, frame);
        if (row != null) {
            scope.budget().grow();
            ((Rows) frame.out()).add(row);
        }
        return false;
    }
}
