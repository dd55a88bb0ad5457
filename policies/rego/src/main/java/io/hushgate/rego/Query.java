package io.hushgate.rego;

import io.hushgate.rego.eval.Plan;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query, such as {@code data.app.deny[message]; startswith(message, "no")}, compiled together
 * with a program. Immutable and shared between threads.
 */
public final class Query {
    private final Program program;
    private final Plan.Query plan;

    Query(Program program) {
        Plan.Query query = program.plan().query();
        if (query == null) {
            throw new IllegalArgumentException("the program was lowered without a query");
        }
        this.program = program;
        this.plan = query;
    }

    /**
     * One way in which the query holds.
     *
     * @param bindings the values of the query's variables, by name
     * @param expressions the values of its expressions, in order; true for those that only hold
     */
    public record Answer(RegoObject bindings, RegoArray expressions) {}

    /** All ways in which the query holds for an input, which may be undefined (null). */
    public List<Answer> answers(@Nullable Value input) {
        return answersIn(program.evaluate(input));
    }

    /**
     * The same within an evaluation that others use as well; it must come from {@link #program()}.
     */
    public List<Answer> answersIn(Evaluation evaluation) {
        List<Answer> answers = new ArrayList<>();
        for (Value[] row : evaluation.rows(plan)) {
            RegoObject.Builder bindings = RegoObject.builder();
            int variables = plan.variables().size();
            for (int i = 0; i < variables; i++) {
                bindings.put(RegoString.of(plan.variables().get(i)), row[i]);
            }
            RegoArray.Builder expressions = RegoArray.builder();
            for (int i = variables; i < row.length; i++) {
                expressions.add(row[i]);
            }
            answers.add(new Answer(bindings.build(), expressions.build()));
        }
        return answers;
    }

    /** The bindings of all answers. */
    public List<RegoObject> bindings(@Nullable Value input) {
        return answers(input).stream().map(Answer::bindings).toList();
    }

    /** The program that the query was compiled with. */
    public Program program() {
        return program;
    }
}
