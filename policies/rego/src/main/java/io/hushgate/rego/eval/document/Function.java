package io.hushgate.rego.eval.document;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.eval.Definition;
import io.hushgate.rego.eval.Replacement;
import io.hushgate.rego.eval.Scope;
import io.hushgate.rego.eval.body.Conflict;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.Value;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A function: all of its definitions that hold for some arguments must agree on one value. */
public final class Function implements Definition, Replacement {
    private final Ref name;
    private final Location location;
    private final int number;
    private final BooleanSupplier costly;
    private @Nullable Boolean remembers;
    private Clauses clauses = Clauses.NONE;
    private Clauses byDefault = Clauses.NONE;

    /**
     * A function that nothing is known about yet.
     *
     * @param number under which scopes remember calls
     * @param costly whether making a call can cost more than looking it up; asked when the function
     *     is first called
     */
    public Function(int number, BooleanSupplier costly, Ref name, Location location) {
        this.number = number;
        this.costly = costly;
        this.name = name;
        this.location = location;
    }

    /**
     * Called once, by lowering.
     *
     * @param otherwise the {@code default} rule
     */
    public void define(Clauses rules, Clauses otherwise) {
        this.clauses = rules;
        this.byDefault = otherwise;
    }

    @Override
    public @Nullable Value call(Scope scope, Value[] arguments) {
        if (!remembers()) {
            return enter(scope, arguments);
        }
        Map<Value, Object> calls = scope.table(number);
        Value key = arguments.length == 1 ? arguments[0] : RegoArray.of(arguments);
        Object known = calls.get(key);
        if (known == null) {
            Value result = enter(scope, arguments);
            known = result == null ? Scope.UNDEFINED : result;
            scope.budget().grow();
            calls.put(key, known);
        }
        return known instanceof Value value ? value : null;
    }

    private boolean remembers() {
        Boolean known = remembers;
        if (known == null) {
            known = costly.getAsBoolean();
            remembers = known;
        }
        return known;
    }

    private @Nullable Value enter(Scope scope, Value[] arguments) {
        Definition caller = scope.budget().enter(this);
        Value result = evaluate(scope, arguments);
        scope.budget().leave(caller);
        return result;
    }

    private @Nullable Value evaluate(Scope scope, Value[] arguments) {
        Value result = null;
        for (Clause clause : clauses.candidates(scope, arguments)) {
            Value value = clause.value(scope, arguments);
            if (value != null) {
                if (clauses.agree()) {
                    return value;
                }
                if (result != null && !result.equals(value)) {
                    throw Conflict.FUNCTION.at(clause.location());
                }
                result = value;
            }
        }
        return result == null ? byDefault.first(scope, arguments) : result;
    }

    @Override
    public String name() {
        return name.toString();
    }

    @Override
    public Location location() {
        return location;
    }
}
