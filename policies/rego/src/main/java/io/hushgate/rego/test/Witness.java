package io.hushgate.rego.test;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.ast.Walk;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Frame;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.lower.Env;
import io.hushgate.rego.eval.lower.Instruments;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Watches the bodies of tests: which cases there are, how far each got, and what the values were
 * there. For one evaluation at a time.
 */
final class Witness implements Instruments {
    /** A term whose value can be read once it is bound. */
    private record Reading(String text, Location location, Thunk thunk) {}

    /** An expression of a watched body. */
    private record Place(TestRule test, List<Term> keys, Rule rule, int index) {}

    /** How far a case got. */
    private record Reached(Place place, List<FailureNote.Part> values) {}

    private final IdentityHashMap<Expr, Place> places = new IdentityHashMap<>();
    private final UnaryOperator<String> originalName;

    /** Cases in the order in which they were met; a test without cases is one without a name. */
    private final Map<List<Value>, Reached> reached = new LinkedHashMap<>();

    private List<Value> current = List.of();

    /**
     * @param originalName the author's name of a compiled variable
     */
    Witness(UnaryOperator<String> originalName) {
        this.originalName = originalName;
    }

    /** Watches a compiled rule. */
    void watch(TestRule test, Rule compiled, List<Term> keys) {
        List<Expr> exprs = compiled.body().exprs();
        for (int i = 0; i < exprs.size(); i++) {
            places.put(exprs.get(i), new Place(test, keys, compiled, i));
        }
    }

    /** Forgets what was seen. */
    void reset() {
        reached.clear();
        current = List.of();
    }

    /** The names of all cases that were begun. */
    List<List<Value>> cases() {
        return reached.keySet().stream().filter(names -> !names.isEmpty()).toList();
    }

    @Override
    public void before(Expr expr, Env env) {
        Place place = places.get(expr);
        if (place == null) {
            return;
        }
        List<Reading> readings = readings(place, env);
        List<Reading> names = names(place, env);
        env.add(
                new Check() {
                    @Override
                    public boolean holds(Scope scope, Frame frame) {
                        if (names.size() == place.keys().size()) {
                            current = names.stream().map(n -> valueOf(n, scope, frame)).toList();
                        }
                        arrive(place, readings, scope, frame);
                        return true;
                    }
                });
    }

    @Override
    public void after(Expr expr, Env env) {
        // how far a body got shows at the next expression
    }

    @Override
    public void end(Rule rule, Env env) {
        // a body that has held needs no explanation
    }

    private void arrive(Place place, List<Reading> readings, Scope scope, Frame frame) {
        Reached before = reached.get(current);
        if (before != null && before.place().index() > place.index()) {
            return;
        }
        List<FailureNote.Part> parts = new ArrayList<>();
        for (Reading reading : readings) {
            Value value = reading.thunk().of(scope, frame);
            if (value != null) {
                parts.add(new FailureNote.Part(reading.text(), value));
            }
        }
        reached.put(current, new Reached(place, parts));
    }

    private static Value valueOf(Reading name, Scope scope, Frame frame) {
        Value value = name.thunk().of(scope, frame);
        if (value == null) {
            throw new IllegalStateException("not bound: " + name.text());
        }
        return value;
    }

    /** The keys of the case, if all of them are bound here. */
    private List<Reading> names(Place place, Env env) {
        List<Reading> names = new ArrayList<>();
        for (Term key : place.keys()) {
            Thunk slot = key instanceof Var v ? env.slot(v) : null;
            if (slot != null) {
                names.add(new Reading(key.toString(), key.location(), slot));
            }
        }
        return names;
    }

    /**
     * The variables of the written expression around a place, and what the compiler has taken out
     * of it.
     */
    private List<Reading> readings(Place place, Env env) {
        List<Expr> exprs = place.rule().body().exprs();
        Location around = statementAround(place);
        Map<String, Location> texts = new HashMap<>();
        for (Expr expr : exprs.subList(0, place.index())) {
            if (expr.generated() && isWithin(expr.location(), around)) {
                resultOf(expr).ifPresent(v -> texts.put(v.name(), expr.location()));
            }
        }
        Map<String, Reading> byText = new TreeMap<>();
        Walk.vars(
                exprs.get(place.index()),
                v -> {
                    if (!texts.containsKey(v.name())
                            && !originalName.apply(v.name()).equals(v.name())) {
                        add(byText, originalName.apply(v.name()), v, v.location(), env);
                    }
                });
        texts.forEach(
                (name, location) -> add(byText, location.text(), Var.of(name), location, env));
        return byText.values().stream()
                .sorted(
                        Comparator.<Reading>comparingInt(r -> r.location().start())
                                .thenComparing(Reading::text))
                .toList();
    }

    private static void add(
            Map<String, Reading> readings, String text, Var variable, Location location, Env env) {
        Thunk slot = env.slot(variable);
        if (slot != null) {
            readings.putIfAbsent(text, new Reading(text, location, slot));
        }
    }

    /** The place of the expression as written, of which the compiler may have made several. */
    private static Location statementAround(Place place) {
        List<Expr> exprs = place.rule().body().exprs();
        for (Expr expr : exprs.subList(place.index(), exprs.size())) {
            if (!expr.generated()
                    && isWithin(exprs.get(place.index()).location(), expr.location())) {
                return expr.location();
            }
        }
        return exprs.get(place.index()).location();
    }

    private static boolean isWithin(Location inner, Location outer) {
        return inner.source().equals(outer.source())
                && inner.start() >= outer.start()
                && inner.end() <= outer.end();
    }

    /** The variable that an expression of the compiler's computes. */
    private static Optional<Var> resultOf(Expr expr) {
        return expr.call()
                .flatMap(call -> {
                    Term last =
                            expr.isEquality()
                                    ? call.args().getFirst()
                                    : call.args().isEmpty() ? null : call.args().getLast();
                    return last instanceof Var v ? Optional.of(v) : Optional.empty();
                });
    }

    /** Where a case, or a test without cases, ended. */
    Optional<FailureNote> note(List<Value> names) {
        @Nullable Reached end = reached.get(names);
        return end == null
                ? Optional.empty()
                : Optional.of(new FailureNote(statementAround(end.place()), end.values()));
    }
}
