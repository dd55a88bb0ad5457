package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Items;
import io.hushgate.estate.helm.datum.Datum.Native;
import io.hushgate.estate.helm.datum.Datum.Nil;
import io.hushgate.estate.helm.datum.Datum.Real;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Datum.Text;
import io.hushgate.estate.helm.datum.Datum.Truth;
import io.hushgate.estate.helm.datum.Datum.Whole;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.Statement.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One template being executed on one value: its variables and its output. */
final class Execution {
    /** Where execution goes on after a statement. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private static final class Slot {
        final String name;
        Datum value;

        Slot(String name, Datum value) {
            this.name = name;
            this.value = value;
        }
    }

    private final Evaluator evaluator;
    private final Budget budget;
    private final Datum data;
    private final Output output;
    private final List<Slot> variables = new ArrayList<>();

    Execution(Evaluator evaluator, Datum data, Output output) {
        this.evaluator = evaluator;
        this.budget = evaluator.budget();
        this.data = data;
        this.output = output;
        variables.add(new Slot("$", data));
    }

    void run(List<Statement> body) {
        execute(body, data);
    }

    private Flow execute(List<Statement> statements, Datum dot) {
        for (Statement statement : statements) {
            budget.step(1);
            try {
                Flow flow = execute(statement, dot);
                if (flow != Flow.ON) {
                    return flow;
                }
            } catch (TemplateProblem e) {
                throw e.orAt(statement.offset());
            }
        }
        return Flow.ON;
    }

    private Flow execute(Statement statement, Datum dot) {
        switch (statement) {
            case Statement.Literal(var text, var offset) -> output.literal(text, offset);
            case Statement.Action(var pipeline, var offset) -> {
                evaluator.beginAction(output);
                Datum value = evaluate(pipeline, dot);
                if (pipeline.variables().isEmpty()) {
                    evaluator.touchAll(value);
                    String text = value.isNil() ? Output.NO_VALUE : GoPrinter.print(value, budget);
                    output.computed(text, offset, evaluator.touched(output));
                }
            }
            case Statement.Invoke(var name, var argument, var offset) -> {
                evaluator.beginAction(output);
                Datum value = argument.map(pipeline -> evaluate(pipeline, dot)).orElse(Datum.nil());
                String text = including(name, value, offset);
                output.computed(text, offset, evaluator.touched(output));
            }
            case Statement.Leave(var continues, _) -> {
                return continues ? Flow.CONTINUE : Flow.BREAK;
            }
            case Branch branch -> {
                budget.enter();
                int mark = variables.size();
                try {
                    return branch(branch, dot);
                } finally {
                    variables.subList(mark, variables.size()).clear();
                    budget.leave();
                }
            }
        }
        return Flow.ON;
    }

    private String including(String name, Datum value, int offset) {
        try {
            return evaluator.include(name, value);
        } catch (TemplateProblem e) {
            throw e.from(offset, name);
        }
    }

    private Flow branch(Branch branch, Datum dot) {
        evaluator.beginAction(output);
        if (branch.kind() == Branch.Kind.RANGE) {
            return range(branch, dot);
        }
        Datum value = evaluate(branch.pipeline(), dot);
        boolean with = branch.kind() == Branch.Kind.WITH;
        if (value.isTrue()) {
            return execute(branch.body(), with ? value : dot);
        }
        return execute(branch.otherwise(), dot);
    }

    private Flow range(Branch branch, Datum dot) {
        Pipeline pipeline = branch.pipeline();
        Datum over = commands(pipeline, dot);
        List<Map.Entry<Datum, Datum>> rounds = rounds(over);
        if (rounds.isEmpty()) {
            return execute(branch.otherwise(), dot);
        }
        int mark = variables.size();
        for (Map.Entry<Datum, Datum> round : rounds) {
            budget.step(1);
            bind(pipeline, round.getKey(), round.getValue());
            Flow flow = execute(branch.body(), round.getValue());
            variables.subList(mark, variables.size()).clear();
            if (flow == Flow.BREAK) {
                break;
            }
        }
        return Flow.ON;
    }

    private void bind(Pipeline pipeline, Datum key, Datum value) {
        List<String> names = pipeline.variables();
        for (int i = 0; i < names.size(); i++) {
            Datum bound = names.size() == 2 && i == 0 ? key : value;
            set(names.get(i), bound, pipeline.assigns());
        }
    }

    private void set(String name, Datum value, boolean assigns) {
        if (!assigns) {
            variables.add(new Slot(name, value));
            return;
        }
        for (Slot slot : variables.reversed()) {
            if (slot.name.equals(name)) {
                slot.value = value;
                return;
            }
        }
        throw TemplateProblem.of("undefined variable " + name);
    }

    private List<Map.Entry<Datum, Datum>> rounds(Datum over) {
        List<Map.Entry<Datum, Datum>> rounds = new ArrayList<>();
        switch (over) {
            case Items(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    rounds.add(Map.entry(new Whole(i), items.get(i)));
                }
            }
            case Table(var dict) -> entries(dict, rounds);
            case Native(var object) -> entries(object.entries(), rounds);
            case Whole(var count) -> {
                budget.step(Math.max(0, count));
                for (long i = 0; i < count; i++) {
                    rounds.add(Map.entry(new Whole(i), new Whole(i)));
                }
            }
            case Nil _ -> {}
            case Truth _, Real _, Text _ ->
                    throw TemplateProblem.of("range cannot iterate over a " + over.kind());
        }
        return rounds;
    }

    private static void entries(Dict dict, List<Map.Entry<Datum, Datum>> rounds) {
        dict.entries()
                .forEach(entry ->
                        rounds.add(Map.entry(Datum.text(entry.getKey()), entry.getValue())));
    }

    private Datum evaluate(Pipeline pipeline, Datum dot) {
        Datum value = commands(pipeline, dot);
        for (String name : pipeline.variables()) {
            set(name, value, pipeline.assigns());
        }
        return value;
    }

    private Datum commands(Pipeline pipeline, Datum dot) {
        Optional<Datum> value = Optional.empty();
        for (Command command : pipeline.commands()) {
            value = Optional.of(evaluate(command, dot, value));
        }
        return value.orElse(Datum.nil());
    }

    private Datum evaluate(Command command, Datum dot, Optional<Datum> piped) {
        Operand first = command.operands().getFirst();
        if (first instanceof Operand.Function(var name)) {
            return name.equals("and") || name.equals("or")
                    ? logic(name, command, dot, piped)
                    : function(name, arguments(command, dot, piped));
        }
        List<Datum> arguments = arguments(command, dot, piped);
        return switch (first) {
            case Operand.Field(var path) -> follow(dot, path, arguments);
            case Operand.Variable(var name, var path) -> follow(variable(name), path, arguments);
            case Operand.Chain(var base, var path) -> follow(operand(base, dot), path, arguments);
            case Operand.Dot _, Operand.Constant _, Operand.Nested _, Operand.Function _ -> {
                if (!arguments.isEmpty()) {
                    throw TemplateProblem.of("a value that is no function is given arguments");
                }
                yield operand(first, dot);
            }
        };
    }

    private List<Datum> arguments(Command command, Datum dot, Optional<Datum> piped) {
        List<Datum> arguments = new ArrayList<>();
        for (Operand operand : command.operands().subList(1, command.operands().size())) {
            arguments.add(operand(operand, dot));
        }
        piped.ifPresent(arguments::add);
        return arguments;
    }

    /** {@code and} and {@code or} evaluate no more than they need. */
    private Datum logic(String name, Command command, Datum dot, Optional<Datum> piped) {
        boolean stopsAt = name.equals("or");
        Optional<Datum> value = Optional.empty();
        for (Operand operand : command.operands().subList(1, command.operands().size())) {
            Datum one = operand(operand, dot);
            value = Optional.of(one);
            if (one.isTrue() == stopsAt) {
                return one;
            }
        }
        return (piped.isPresent() ? piped : value)
                .orElseThrow(() -> TemplateProblem.of(name + " needs arguments"));
    }

    private Datum function(String name, List<Datum> arguments) {
        return evaluator.call(name, arguments);
    }

    private Datum operand(Operand operand, Datum dot) {
        return switch (operand) {
            case Operand.Dot _ -> touched(dot);
            case Operand.Constant(var value) -> value;
            case Operand.Field(var path) -> follow(dot, path, List.of());
            case Operand.Variable(var name, var path) -> follow(variable(name), path, List.of());
            case Operand.Function(var name) -> function(name, List.of());
            case Operand.Chain(var base, var path) -> follow(operand(base, dot), path, List.of());
            case Operand.Nested(var pipeline) -> {
                budget.enter();
                try {
                    yield evaluate(pipeline, dot);
                } finally {
                    budget.leave();
                }
            }
        };
    }

    private Datum variable(String name) {
        for (Slot slot : variables.reversed()) {
            if (slot.name.equals(name)) {
                return slot.value;
            }
        }
        throw TemplateProblem.of("undefined variable " + name);
    }

    /**
     * Follows fields; the last one may be a method, which takes the arguments. A chain that begins
     * with nothing gives nothing, but one that comes to nothing on its way is a mistake.
     */
    private Datum follow(Datum start, List<String> path, List<Datum> arguments) {
        if (start.isNil() && !path.isEmpty()) {
            return Datum.nil();
        }
        Datum value = start;
        for (int i = 0; i < path.size(); i++) {
            boolean last = i == path.size() - 1;
            value = field(value, path.get(i), last ? arguments : List.of());
        }
        if (path.isEmpty() && !arguments.isEmpty()) {
            throw TemplateProblem.of("a value that is no function is given arguments");
        }
        return touched(value);
    }

    private static Datum field(Datum value, String name, List<Datum> arguments) {
        if (value instanceof Native(var object)) {
            return object.call(name, arguments)
                    .orElseThrow(() ->
                            TemplateProblem.of(
                                    "a %s has no field %s".formatted(object.type(), name)));
        }
        if (!arguments.isEmpty()) {
            throw TemplateProblem.of(name + " is no method but is given arguments");
        }
        return switch (value) {
            case Table(var dict) -> dict.get(name);
            case Nil _ -> throw TemplateProblem.of("nil pointer evaluating ." + name);
            case Truth _, Whole _, Real _, Text _, Items _, Native _ ->
                    throw TemplateProblem.of("a %s has no field %s".formatted(value.kind(), name));
        };
    }

    private Datum touched(Datum value) {
        evaluator.touch(value);
        return value;
    }
}
