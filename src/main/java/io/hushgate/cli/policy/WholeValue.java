package io.hushgate.cli.policy;

import io.hushgate.rego.Query.Answer;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A query that is one term without choices, such as {@code data.app.allow}. Its answer is the value
 * of the term, also when that is false; in any other query a false expression is no answer.
 *
 * @param asked the query that binds the value to a variable
 */
record WholeValue(Body asked) {
    private static final String NAME = "whole_value_of_query";

    /** The query that yields the value, or null if it is of another kind. */
    static @Nullable WholeValue of(Body query) {
        if (query.exprs().size() != 1) {
            return null;
        }
        Expr expr = query.exprs().getFirst();
        Term term = expr.term().orElse(null);
        if (term == null || expr.negated() || hasChoices(term) || !hasValue(term)) {
            return null;
        }
        Location location = expr.location();
        Term bound = Call.of(Operator.ASSIGN, location, new Var(NAME, location), term);
        return new WholeValue(new Body(List.of(expr.withTerm(bound)), query.location()));
    }

    /** Whether a call yields a value, and does not take a variable for it or none at all. */
    private static boolean hasValue(Term term) {
        if (!(term instanceof Call call)) {
            return !(term instanceof Var);
        }
        if (call.isOf(Operator.EQ) || call.isOf(Operator.ASSIGN) || call.name().equals("print")) {
            return false;
        }
        Builtin builtin = Builtins.standard().find(call.name());
        return (builtin == null || builtin.arity() == call.args().size())
                && call.args().stream().noneMatch(Var.class::isInstance);
    }

    private static boolean hasChoices(Term term) {
        AtomicBoolean found = new AtomicBoolean();
        Walk.nodes(
                term,
                node -> {
                    if (node instanceof Ref ref) {
                        ref.path().stream()
                                .filter(Var.class::isInstance)
                                .findFirst()
                                .ifPresent(_ -> found.set(true));
                    }
                    return !(node instanceof Comprehension);
                });
        return found.get();
    }

    /** The answers to the query as it was put. */
    List<Answer> answers(List<Answer> bound) {
        return bound.stream()
                .map(answer -> answer.bindings().get(RegoString.of(NAME)))
                .map(WholeValue::answer)
                .toList();
    }

    private static Answer answer(@Nullable Value value) {
        if (value == null) {
            throw new IllegalStateException("the query did not bind its value");
        }
        return new Answer(RegoObject.EMPTY, RegoArray.of(value));
    }
}
