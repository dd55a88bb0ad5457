package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.ArrayTerm;
import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the variables that {@code a = b} binds when some variables are bound already. */
final class Unifier {
    private final Predicate<String> safe;
    private final Set<String> unified = new LinkedHashSet<>();

    /** Variables that become bound once all the variables they wait for are. */
    private final Map<String, Set<String>> waiting = new LinkedHashMap<>();

    private Unifier(Predicate<String> safe) {
        this.safe = safe;
    }

    static Set<String> boundBy(Term a, Term b, Predicate<String> safe) {
        Unifier unifier = new Unifier(safe);
        unifier.unify(a, b);
        return unifier.unified;
    }

    private void unify(Term a, Term b) {
        switch (a) {
            case Var v -> variable(v, b);
            case Ref _, Call _ -> {
                if (isSafe(a)) {
                    bind(b);
                }
            }
            case ArrayTerm array -> array(array, b);
            case ObjectTerm object -> object(object, b);
            case Comprehension.OfSet _ -> {
                if (b instanceof Var) {
                    bind(b);
                }
            }
            case Comprehension.OfArray _ -> {
                if (b instanceof Var || b instanceof ArrayTerm) {
                    bind(b);
                }
            }
            case Comprehension.OfObject _ -> {
                if (b instanceof Var || b instanceof ObjectTerm) {
                    bind(b);
                }
            }
            case Scalar _, SetTerm _, TemplateString _ -> {
                if (b instanceof Var) {
                    bind(b);
                }
            }
        }
    }

    private void variable(Var a, Term b) {
        switch (b) {
            case Var v -> {
                if (isBound(v.name())) {
                    markSafe(a.name());
                } else if (isBound(a.name())) {
                    markSafe(v.name());
                } else {
                    waitFor(a.name(), v.name());
                    waitFor(v.name(), a.name());
                }
            }
            case ArrayTerm _, ObjectTerm _ -> pattern(a, b);
            case Ref _, Call _ -> {
                if (isSafe(b)) {
                    markSafe(a.name());
                }
            }
            case Scalar _, SetTerm _, Comprehension _, TemplateString _ -> markSafe(a.name());
        }
    }

    private void array(ArrayTerm a, Term b) {
        switch (b) {
            case Var v -> pattern(v, a);
            case Comprehension _ -> bind(a);
            case Ref _, Call _ -> {
                if (isSafe(b)) {
                    bind(a);
                }
            }
            case ArrayTerm other -> {
                if (a.items().size() == other.items().size()) {
                    for (int i = 0; i < a.items().size(); i++) {
                        unify(a.items().get(i), other.items().get(i));
                    }
                }
            }
            case Scalar _, SetTerm _, ObjectTerm _, TemplateString _ -> {}
        }
    }

    private void object(ObjectTerm a, Term b) {
        switch (b) {
            case Var v -> pattern(v, a);
            case Ref _, Call _ -> {
                if (isSafe(b)) {
                    bind(a);
                }
            }
            case ObjectTerm other -> {
                if (a.entries().size() == other.entries().size()) {
                    Map<Term, Term> values = new HashMap<>();
                    other.entries().forEach(entry -> values.put(entry.key(), entry.value()));
                    for (ObjectTerm.Entry entry : a.entries()) {
                        Term value = values.get(entry.key());
                        if (value != null) {
                            unify(entry.value(), value);
                        }
                    }
                }
            }
            case Scalar _, SetTerm _, ArrayTerm _, Comprehension _, TemplateString _ -> {}
        }
    }

    /** A variable against a pattern: either makes the other one known. */
    private void pattern(Var a, Term b) {
        if (isBound(a.name())) {
            bind(b);
            return;
        }
        List<String> unknown = new ArrayList<>(VarScan.PATTERN.in(b));
        unknown.removeIf(this::isBound);
        if (unknown.isEmpty()) {
            markSafe(a.name());
        } else {
            unknown.forEach(name -> waitFor(a.name(), name));
        }
    }

    private void bind(Term pattern) {
        if (pattern instanceof Var v) {
            markSafe(v.name());
        } else if (pattern instanceof ArrayTerm || pattern instanceof ObjectTerm) {
            VarScan.PATTERN.in(pattern).forEach(this::markSafe);
        }
    }

    private boolean isBound(String name) {
        return safe.test(name) || unified.contains(name);
    }

    private boolean isSafe(Term term) {
        return switch (term) {
            case Ref ref -> OutputVars.isSafe(ref, safe);
            default -> VarScan.NEEDED.in(term).stream().allMatch(safe);
        };
    }

    private void waitFor(String name, String other) {
        waiting.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(other);
    }

    /** Marks a variable, then all that it was tied to and all that waited for nothing else. */
    private void markSafe(String first) {
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String name = open.pop();
            unified.add(name);
            Set<String> tied = waiting.remove(name);
            if (tied != null) {
                open.addAll(tied);
            }
            waiting.forEach((other, needs) -> {
                if (needs.remove(name) && needs.isEmpty()) {
                    open.add(other);
                }
            });
        }
    }
}
