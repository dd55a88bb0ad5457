package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.document.Clause;
import io.hushgate.rego.eval.document.Clauses;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of the input, or of a function's arguments, that most rules compare with
 * constants, such as {@code input.kind == "Pod"} or {@code x.kind in {"Pod", "Job"}}, and arranges
 * the clauses by it.
 */
final class Index {
    /** Below this many rules that compare, a look-up costs more than the comparisons it saves. */
    private static final int WORTHWHILE = 2;

    private Index() {}

    /**
     * What rules can be told apart by.
     *
     * @param argument which argument of a function, or {@link #INPUT}
     * @param keys the path to the part of it
     */
    private record Subject(int argument, List<Value> keys) {
        static final int INPUT = -1;
    }

    /** For each part that must be one of some constants for a rule to hold: those constants. */
    private record Guards(Map<Subject, Set<Value>> constants) {}

    /**
     * @param clauses one for each rule, in the same order
     */
    static Clauses over(List<Rule> rules, List<Clause> clauses) {
        if (rules.size() < WORTHWHILE) {
            return Clauses.of(clauses);
        }
        List<Guards> guards = rules.stream().map(Index::guards).toList();
        Map<Subject, Integer> uses = new LinkedHashMap<>();
        guards.forEach(g ->
                g.constants().keySet().forEach(subject -> uses.merge(subject, 1, Integer::sum)));
        Subject best = null;
        int most = WORTHWHILE - 1;
        for (Map.Entry<Subject, Integer> use : uses.entrySet()) {
            if (use.getValue() > most) {
                best = use.getKey();
                most = use.getValue();
            }
        }
        return best == null ? Clauses.of(clauses) : arrange(best, guards, clauses);
    }

    private static Clauses arrange(Subject subject, List<Guards> guards, List<Clause> clauses) {
        Set<Value> constants = new LinkedHashSet<>();
        guards.forEach(g -> constants.addAll(g.constants().getOrDefault(subject, Set.of())));
        Map<Value, List<Clause>> bySubject = new HashMap<>();
        constants.forEach(value -> bySubject.put(value, new ArrayList<>()));
        List<Clause> others = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            Set<Value> wanted = guards.get(i).constants().get(subject);
            if (wanted == null) {
                bySubject.values().forEach(list -> list.add(clause));
                others.add(clause);
            } else {
                wanted.forEach(value -> bySubject.getOrDefault(value, others).add(clause));
            }
        }
        return Clauses.indexed(clauses, reader(subject), bySubject, others);
    }

    private static Clauses.Subject reader(Subject subject) {
        Value[] keys = subject.keys().toArray(Value[]::new);
        if (subject.argument() == Subject.INPUT) {
            return (scope, _) -> part(scope.input(), keys);
        }
        int argument = subject.argument();
        return (_, arguments) -> part(arguments[argument], keys);
    }

    private static @Nullable Value part(@Nullable Value whole, Value[] keys) {
        Value part = whole;
        for (Value key : keys) {
            part = part == null ? null : part.get(key);
        }
        return part;
    }

    private static Guards guards(Rule rule) {
        if (!rule.elseRules().isEmpty()) {
            return new Guards(Map.of());
        }
        Search search = new Search();
        search.parameters(rule.head().args());
        for (Expr expr : rule.body().exprs()) {
            if (!expr.negated() && expr.modifiers().isEmpty()) {
                expr.call().ifPresent(search::call);
            }
        }
        return new Guards(search.guards);
    }

    /** Goes through one rule. */
    private static final class Search {
        private final Map<Subject, Set<Value>> guards = new LinkedHashMap<>();

        /** What variables stand for. */
        private final Map<String, Subject> names = new HashMap<>();

        void parameters(List<Term> parameters) {
            for (int i = 0; i < parameters.size(); i++) {
                parameter(parameters.get(i), new Subject(i, List.of()));
            }
        }

        private void parameter(Term pattern, Subject argument) {
            Value constant = Constants.of(pattern);
            if (constant != null) {
                guards.putIfAbsent(argument, Set.of(constant));
            } else if (pattern instanceof Var name) {
                names.putIfAbsent(name.name(), argument);
            }
        }

        void call(Call call) {
            if (call.args().size() != 2) {
                return;
            }
            Term left = call.args().getFirst();
            Term right = call.args().getLast();
            if (call.isOf(Operator.EQ) || call.isOf(Operator.EQUAL)) {
                equality(left, right);
                equality(right, left);
            } else if (call.isOf(Operator.MEMBER)) {
                membership(left, right);
            }
        }

        private void equality(Term side, Term other) {
            Subject subject = subject(side);
            if (subject == null) {
                return;
            }
            Value constant = Constants.of(other);
            if (constant != null) {
                guards.putIfAbsent(subject, Set.of(constant));
            } else if (other instanceof Var name) {
                names.putIfAbsent(name.name(), subject);
            }
        }

        private void membership(Term left, Term right) {
            Subject subject = subject(left);
            List<Term> items =
                    switch (right) {
                        case SetTerm(var members, _) -> members;
                        case ArrayTerm(var elements, _) -> elements;
                        default -> List.of();
                    };
            Set<Value> constants = new LinkedHashSet<>();
            items.forEach(
                    item -> Optional.ofNullable(Constants.of(item)).ifPresent(constants::add));
            if (subject != null && !items.isEmpty() && constants.size() == items.size()) {
                guards.putIfAbsent(subject, constants);
            }
        }

        /** The part of input or arguments that a term is, or null. */
        private @Nullable Subject subject(Term term) {
            if (term instanceof Var variable) {
                return names.get(variable.name());
            }
            if (!(term instanceof Ref ref) || !(ref.head() instanceof Var head)) {
                return null;
            }
            Subject whole =
                    head.name().equals("input")
                            ? new Subject(Subject.INPUT, List.of())
                            : names.get(head.name());
            if (whole == null) {
                return null;
            }
            List<Value> keys = new ArrayList<>(whole.keys());
            for (Term key : ref.path()) {
                Value constant = Constants.of(key);
                if (constant == null) {
                    return null;
                }
                keys.add(constant);
            }
            return new Subject(whole.argument(), keys);
        }
    }
}
