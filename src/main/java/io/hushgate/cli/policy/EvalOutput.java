package io.hushgate.cli.policy;

import io.hushgate.rego.Query.Answer;
import io.hushgate.rego.ast.Body;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoBoolean;
import io.hushgate.rego.value.RegoNumber;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answers to a query in the shapes of {@code opa eval}. */
final class EvalOutput {
    private static final JsonWriter PRETTY = new JsonWriter(true, "", "  ", true);
    private static final JsonWriter COMPACT = new JsonWriter(false, "", "", true);

    private final Body query;
    private final List<Answer> answers;

    /**
     * @param query as it was parsed, for the texts of its expressions
     */
    EvalOutput(Body query, List<Answer> answers) {
        this.query = query;
        this.answers = List.copyOf(answers);
    }

    /** Its first field, {@code result}, is left out when the query is undefined. */
    OrderedJson.Fields json() {
        return answers.isEmpty()
                ? OrderedJson.object()
                : OrderedJson.object()
                        .with(
                                "result",
                                OrderedJson.array(answers.stream().map(this::json).toList()));
    }

    private OrderedJson json(Answer answer) {
        List<OrderedJson> expressions = new ArrayList<>();
        for (int i = 0; i < answer.expressions().size(); i++) {
            Expr expr = query.exprs().get(i);
            expressions.add(
                    OrderedJson.object()
                            .with("value", answer.expressions().at(i))
                            .with("text", expr.location().text())
                            .with(
                                    "location",
                                    OrderedJson.object()
                                            .with("row", RegoNumber.of(expr.location().row()))
                                            .with("col", RegoNumber.of(expr.location().column()))));
        }
        OrderedJson.Fields result =
                OrderedJson.object().with("expressions", OrderedJson.array(expressions));
        return answer.bindings().size() == 0 ? result : result.with("bindings", answer.bindings());
    }

    /** What {@code discard} says instead of the answers. */
    OrderedJson.Fields discarded() {
        return answers.isEmpty()
                ? OrderedJson.object()
                : OrderedJson.object().with("result", "discarded");
    }

    String values() {
        return answers.stream()
                .map(answer -> PRETTY.write(answer.expressions()) + "\n")
                .collect(Collectors.joining());
    }

    String bindings() {
        return answers.stream()
                .map(answer -> PRETTY.write(answer.bindings()) + "\n")
                .collect(Collectors.joining());
    }

    /** A line each answer; strings as they are. */
    String raw() {
        StringBuilder text = new StringBuilder();
        for (Answer answer : answers) {
            List<String> values = new ArrayList<>();
            answer.expressions()
                    .forEach(value ->
                            values.add(
                                    value instanceof RegoString string
                                            ? string.value()
                                            : COMPACT.write(value)));
            text.append(String.join(" ", values)).append('\n');
        }
        return text.toString();
    }

    /** A lone value as it is; else a table of bindings and of values that are no booleans. */
    String pretty() {
        if (answers.isEmpty()) {
            return "undefined\n";
        }
        Answer first = answers.getFirst();
        if (answers.size() == 1 && first.bindings().size() == 0 && isOneValue(first)) {
            return PRETTY.write(first.expressions().at(0)) + "\n";
        }
        List<Value> variables = new ArrayList<>();
        first.bindings().forEach((variable, _) -> variables.add(variable));
        List<Integer> shown = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        variables.forEach(variable -> headings.add(((RegoString) variable).value()));
        for (int i = 0; i < first.expressions().size(); i++) {
            boolean literal =
                    query.exprs().get(i).term().filter(Scalar.class::isInstance).isPresent();
            if (literal || !(first.expressions().at(i) instanceof RegoBoolean)) {
                shown.add(i);
                headings.add(query.exprs().get(i).location().text());
            }
        }
        TextTable table = new TextTable(headings);
        for (Answer answer : answers) {
            List<String> cells = new ArrayList<>();
            for (Value variable : variables) {
                Value bound = answer.bindings().get(variable);
                cells.add(bound == null ? "" : COMPACT.write(bound));
            }
            shown.forEach(i -> cells.add(COMPACT.write(answer.expressions().at(i))));
            table.row(cells);
        }
        return table.toString();
    }

    private static boolean isOneValue(Answer answer) {
        boolean allBoolean = true;
        for (Value value : answer.expressions()) {
            allBoolean &= value instanceof RegoBoolean;
        }
        return answer.expressions().size() == 1 || allBoolean;
    }
}
