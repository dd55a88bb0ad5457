package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Head;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.eval.Step;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.AddAtPath;
import io.hushgate.rego.eval.body.AddMember;
import io.hushgate.rego.eval.body.Conflict;
import io.hushgate.rego.eval.body.Deliver;
import io.hushgate.rego.eval.body.Found;
import io.hushgate.rego.eval.document.Clause;
import io.hushgate.rego.eval.term.Slot;
import io.hushgate.rego.eval.term.Thunks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lowers one rule into a clause, in the way that its document asks for. */
final class RuleLowering {
    private final BodyLowering bodies;
    private final Instruments instruments;

    RuleLowering(BodyLowering bodies, Instruments instruments) {
        this.bodies = bodies;
        this.instruments = instruments;
    }

    /** A definition of a complete rule or function, with its {@code else} branches. */
    Clause value(Rule rule) {
        Clause otherwise = null;
        for (Rule branch : rule.elseRules().reversed()) {
            otherwise = branch(branch, rule, otherwise);
        }
        return branch(rule, rule, otherwise);
    }

    private Clause branch(Rule branch, Rule whole, @Nullable Clause otherwise) {
        Env env = Env.of(occurrences(whole));
        Head head = branch.head();
        given(head.args(), env);
        body(branch, env);
        Thunk value = bodies.terms().thunk(valueOf(head), env);
        Conflict conflict = head.isFunction() ? Conflict.FUNCTION : Conflict.COMPLETE_RULE;
        Step end = new Deliver(value, conflict, branch.location());
        return clause(env, end, otherwise, branch);
    }

    /** A definition of a partial set. */
    Clause member(Rule rule) {
        Env env = Env.of(occurrences(rule));
        body(rule, env);
        Thunk member = bodies.terms().thunk(keyOf(rule.head()), env);
        return clause(env, new AddMember(member), null, rule);
    }

    /** The same for a member that is known: whether the set has it. */
    Clause knownMember(Rule rule) {
        Env env = Env.of(occurrences(rule));
        List<Term> member = List.of(keyOf(rule.head()));
        given(member, env);
        body(rule, env);
        compareLate(member, env);
        return clause(env, Found.INSTANCE, null, rule);
    }

    /**
     * A definition of a partial object.
     *
     * @param depth length of the path to the document
     * @param known how many of the keys below the document are known
     */
    Clause entry(RuleAt rule, int depth, int known) {
        Env env = Env.of(occurrences(rule.rule()));
        List<Term> keys = rule.keysBelow(depth);
        given(keys.subList(0, known), env);
        body(rule.rule(), env);
        compareLate(keys.subList(0, known), env);
        Thunks path = bodies.terms().thunks(keys, env);
        boolean isMember = rule.outline().isMember();
        Head head = rule.rule().head();
        Term leaf = isMember ? keyOf(head) : valueOf(head);
        Step end =
                new AddAtPath(
                        path, bodies.terms().thunk(leaf, env), isMember, rule.rule().location());
        return clause(env, end, null, rule.rule());
    }

    private void body(Rule rule, Env env) {
        bodies.body(rule.body(), env);
        instruments.end(rule, env);
    }

    private static Clause clause(Env env, Step end, @Nullable Clause otherwise, Rule rule) {
        Step body = env.chain().end(end);
        return new Clause(env.frameSize(), body, otherwise, rule.location());
    }

    /** Takes what the caller puts into the first slots apart by the patterns for it. */
    private void given(List<Term> patterns, Env env) {
        for (int i = 0; i < patterns.size(); i++) {
            int slot = env.fresh();
            assert slot == i;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (Unification.isPattern(patterns.get(i), env)) {
                bodies.unification().match(patterns.get(i), new Slot(i), env);
            }
        }
    }

    /**
     * Compares what {@link #given} could not: keys that are known as a whole after the body only.
     */
    private void compareLate(List<Term> patterns, Env env) {
        for (int i = 0; i < patterns.size(); i++) {
            if (!Unification.isPattern(patterns.get(i), Env.of(Map.of()))) {
                bodies.unification().match(patterns.get(i), new Slot(i), env);
            }
        }
    }

    /** How often each variable stands in a rule; one that stands once needs no slot. */
    private static Map<String, Integer> occurrences(Rule rule) {
        Map<String, Integer> counts = new HashMap<>();
        Walk.vars(rule, variable -> counts.merge(variable.name(), 1, Integer::sum));
        return counts;
    }

    static Term valueOf(Head head) {
        return head.value()
                .orElseThrow(() -> new IllegalStateException("a set rule has no value: " + head));
    }

    private static Term keyOf(Head head) {
        return head.key()
                .orElseThrow(
                        () -> new IllegalStateException("only a set rule has a member: " + head));
    }
}
