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
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.document.Clause;
import io.hushgate.rego.eval.document.Clauses;
import io.hushgate.rego.eval.term.GetField;
import io.hushgate.rego.eval.term.InputDocument;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the part of the input that most rules of a document compare with constants, such as {@code
 * input.kind == "Pod"} or {@code input.kind in {"Pod", "Job"}}, and arranges the clauses by it.
 */
final class Index {
    /** Below this many rules that compare, a look-up costs more than the comparisons it saves. */
    private static final int WORTHWHILE = 2;

    private Index() {}

    /**
     * @param clauses one for each rule, in the same order
     */
    static Clauses over(List<Rule> rules, List<Clause> clauses) {
        List<Map<Ref, Set<Value>>> guards = rules.stream().map(Index::guards).toList();
        Map<Ref, Integer> uses = new LinkedHashMap<>();
        guards.forEach(g -> g.keySet().forEach(ref -> uses.merge(ref, 1, Integer::sum)));
        Optional<Map.Entry<Ref, Integer>> best =
                uses.entrySet().stream()
                        .filter(use -> use.getValue() >= WORTHWHILE)
                        .max(Comparator.comparingInt(Map.Entry::getValue));
        return best.map(use -> arrange(use.getKey(), guards, clauses))
                .orElseGet(() -> Clauses.of(clauses));
    }

    private static Clauses arrange(
            Ref subject, List<Map<Ref, Set<Value>>> guards, List<Clause> clauses) {
        Set<Value> constants = new LinkedHashSet<>();
        guards.forEach(g -> constants.addAll(g.getOrDefault(subject, Set.of())));
        Map<Value, List<Clause>> bySubject = new HashMap<>();
        constants.forEach(value -> bySubject.put(value, new ArrayList<>()));
        List<Clause> others = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            Set<Value> wanted = guards.get(i).get(subject);
            if (wanted == null) {
                bySubject.values().forEach(list -> list.add(clause));
                others.add(clause);
            } else {
                wanted.forEach(value -> bySubject.getOrDefault(value, others).add(clause));
            }
        }
        return Clauses.indexed(clauses, thunk(subject), bySubject, others);
    }

    private static Thunk thunk(Ref input) {
        Thunk thunk = new InputDocument();
        for (Value key : Definitions.constants(input.path())) {
            thunk = new GetField(thunk, key);
        }
        return thunk;
    }

    /** For each part of the input that must be one of some constants: those constants. */
    private static Map<Ref, Set<Value>> guards(Rule rule) {
        if (!rule.elseRules().isEmpty()) {
            return Map.of();
        }
        Map<String, Ref> names = new HashMap<>();
        Map<Ref, Set<Value>> guards = new LinkedHashMap<>();
        for (Expr expr : rule.body().exprs()) {
            if (!expr.negated() && expr.modifiers().isEmpty()) {
                expr.call().ifPresent(call -> guard(call, names, guards));
            }
        }
        return guards;
    }

    private static void guard(Call call, Map<String, Ref> names, Map<Ref, Set<Value>> guards) {
        if (call.args().size() != 2) {
            return;
        }
        Term left = call.args().getFirst();
        Term right = call.args().getLast();
        if (call.isOf(Operator.EQ) || call.isOf(Operator.EQUAL)) {
            equality(left, right, names, guards);
            equality(right, left, names, guards);
        } else if (call.isOf(Operator.MEMBER)) {
            Ref subject = subject(left, names);
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
    }

    private static void equality(
            Term side, Term other, Map<String, Ref> names, Map<Ref, Set<Value>> guards) {
        Ref subject = subject(side, names);
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

    /** The part of the input that a term is, or null. */
    private static @org.jspecify.annotations.Nullable Ref subject(
            Term term, Map<String, Ref> names) {
        if (term instanceof Var variable) {
            return names.get(variable.name());
        }
        boolean isInput =
                term instanceof Ref ref
                        && ref.head() instanceof Var head
                        && head.name().equals("input")
                        && ref.path().stream().allMatch(key -> Constants.of(key) != null);
        return isInput ? (Ref) term : null;
    }
}
