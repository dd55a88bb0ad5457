package io.hushgate.rego.compile.tree;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Scalar;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the constant part of their path: {@code data.a.p} holds the rules {@code p := 1}, {@code
 * p contains x} and {@code p[x].y := z} of package {@code a}; {@code data.a.p.q} those that begin
 * {@code p.q}. The root stands above {@code data}.
 *
 * @param <R> what stands for a rule
 */
public final class RuleTree<R> {
    private final Map<Scalar, RuleTree<R>> children = new LinkedHashMap<>();
    private final List<R> rules = new ArrayList<>();

    /** Makes the place that {@code path} names, up to its first key that is no constant. */
    public RuleTree<R> place(Ref path) {
        Ref ground = path.groundPrefix();
        RuleTree<R> node = this;
        for (int i = 0; i < ground.size(); i++) {
            Scalar key = key(ground, i).orElseThrow();
            node = node.children.computeIfAbsent(key, _ -> new RuleTree<>());
        }
        return node;
    }

    /** Adds a rule at {@code path}. */
    public void add(Ref path, R rule) {
        place(path).rules.add(rule);
    }

    /** The rules exactly here, in the order of the modules. */
    public List<R> rules() {
        return rules;
    }

    /** What lies below, by key, in the order of the modules. */
    public Map<Scalar, RuleTree<R>> children() {
        return children;
    }

    /** One step down; nothing if {@code key} is no constant. */
    public @Nullable RuleTree<R> child(Term key) {
        return key instanceof Scalar scalar ? children.get(canonical(scalar)) : null;
    }

    /** One step down from the root: to {@code data}. */
    private @Nullable RuleTree<R> step(Ref ref, int index) {
        return key(ref, index).map(children::get).orElse(null);
    }

    /** The place at {@code ref}; nothing if a key is no constant or no rule begins that way. */
    public Optional<RuleTree<R>> find(Ref ref) {
        RuleTree<R> node = this;
        for (int i = 0; i < ref.size(); i++) {
            node = node.step(ref, i);
            if (node == null) {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    /** The rules exactly at {@code ref}. */
    public List<R> rulesAt(Ref ref) {
        return find(ref).map(RuleTree::rules).orElse(List.of());
    }

    /** Shows this place and all below it to {@code action}, from the top down. */
    public void each(Consumer<RuleTree<R>> action) {
        Deque<RuleTree<R>> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            RuleTree<R> node = open.pop();
            action.accept(node);
            List.copyOf(node.children.values()).reversed().forEach(open::push);
        }
    }

    private static Optional<Scalar> key(Ref ref, int index) {
        return switch (ref.parts().get(index)) {
            case Var head when index == 0 -> Optional.of(Scalar.Text.of(head.name()));
            case Scalar scalar -> Optional.of(canonical(scalar));
            default -> Optional.empty();
        };
    }

    /** Equal numbers are one key, however they are written. */
    private static Scalar canonical(Scalar key) {
        if (key instanceof Scalar.Num number) {
            BigDecimal value = number.value().stripTrailingZeros();
            return new Scalar.Num(value.toString(), number.location());
        }
        return key;
    }
}
