package io.hushgate.rego.compile.safety;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Comprehension;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.ObjectTerm;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.SetTerm;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.TemplateString;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.ast.With;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the variables below a node that play a certain part. */
enum VarScan {
    /** All variables. */
    ALL,
    /**
     * What must be bound before an expression can be evaluated: everything but names of functions,
     * targets of {@code with}, and what closures (comprehensions, bodies of {@code every}, {@code
     * not}, {@code and}, {@code or}) say for themselves.
     */
    NEEDED,
    /** What a pattern binds: neither heads of references, nor keys of objects, nor closures. */
    PATTERN,
    /** Like {@link #PATTERN}, without members of sets. */
    ARGUMENT,
    /** Keys of references, the heads left out, those of nested references too. */
    KEYS;

    Set<String> in(Node node) {
        Set<String> names = new LinkedHashSet<>();
        each(node, v -> names.add(v.name()));
        return names;
    }

    Set<String> in(List<? extends Node> nodes) {
        Set<String> names = new LinkedHashSet<>();
        nodes.forEach(node -> each(node, v -> names.add(v.name())));
        return names;
    }

    void each(Node node, Consumer<Var> action) {
        if (this != ALL && isClosure(node)) {
            if (node instanceof Statement.Every every && this == NEEDED) {
                each(every.domain(), action);
            } else if (this == KEYS) {
                Walk.children(node, child -> each(child, action));
            }
            return;
        }
        switch (node) {
            case Var v -> action.accept(v);
            case Ref ref when this == PATTERN || this == ARGUMENT || this == KEYS ->
                    all(ref.path(), action);
            case Call call when this == NEEDED -> {
                all(call.function().path(), action);
                all(call.args(), action);
            }
            case With with when this == NEEDED -> {
                all(with.target().path(), action);
                if (with.value() instanceof Ref value) {
                    all(value.path(), action);
                } else {
                    each(with.value(), action);
                }
            }
            case ObjectTerm object when this == PATTERN || this == ARGUMENT ->
                    object.entries().forEach(entry -> each(entry.value(), action));
            case SetTerm _ when this == ARGUMENT -> {}
            default -> Walk.children(node, child -> each(child, action));
        }
    }

    private void all(List<Term> terms, Consumer<Var> action) {
        terms.forEach(term -> each(term, action));
    }

    /** Whether the node's variables are its own affair. */
    static boolean isClosure(Node node) {
        return switch (node) {
            case Comprehension _, TemplateString _ -> true;
            case Statement.Every _, Statement.Not _, Statement.Logical _ -> true;
            default -> false;
        };
    }
}
