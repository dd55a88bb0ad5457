package io.hushgate.rego.compile.rewrite;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Transformer;

/** Turns {@code :=} and, where wanted, {@code ==} into {@code =}, once safety has been decided. */
public final class Unifications extends Transformer {
    private final boolean comparisons;

    /**
     * @param comparisons whether {@code a == b} becomes {@code a = b} as well
     */
    public Unifications(boolean comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public Statement statement(Statement statement) {
        Statement inner = super.statement(statement);
        return inner instanceof Statement.OfTerm(Call call) && becomesUnification(call)
                ? new Statement.OfTerm(
                        Call.of(
                                Operator.EQ,
                                call.location(),
                                call.args().get(0),
                                call.args().get(1)))
                : inner;
    }

    private boolean becomesUnification(Call call) {
        return call.args().size() == 2
                && (call.isOf(Operator.ASSIGN) || (comparisons && call.isOf(Operator.EQUAL)));
    }
}
