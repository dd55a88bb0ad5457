package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Operator;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Holds;
import io.hushgate.rego.eval.body.ScanRelation;
import io.hushgate.rego.eval.document.Function;
import io.hushgate.rego.eval.term.CallBuiltin;
import io.hushgate.rego.eval.term.CallFunction;
import io.hushgate.rego.eval.term.Replaceable;
import io.hushgate.rego.eval.term.Slot;
import io.hushgate.rego.eval.term.Thunks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers calls, which stand as statements; an argument more than there are parameters is the
 * result.
 */
final class CallLowering {
    private final TermLowering terms;
    private final Unification unification;
    private final Definitions definitions;

    CallLowering(TermLowering terms, Unification unification, Definitions definitions) {
        this.terms = terms;
        this.unification = unification;
        this.definitions = definitions;
    }

    /** Lowers a call that must not yield {@code false}, or whose result is its last argument. */
    void statement(Call call, Env env) {
        Thunk result = result(call, env);
        if (result != null) {
            env.add(new Holds(result));
        }
    }

    /** The same for a call of a query, whose value is asked for. */
    Thunk valued(Call call, Env env) {
        Thunk result = result(call, env);
        if (result == null) {
            return QueryLowering.HOLDS;
        }
        Thunk value = unification.inSlot(result, env);
        env.add(new Holds(value));
        return value;
    }

    /**
     * The result of a call without an output argument; null when it is bound or compared already.
     */
    private @Nullable Thunk result(Call call, Env env) {
        List<Term> args = call.args();
        if (call.isOf(Operator.EQ) && args.size() == 2) {
            unification.unify(args.getFirst(), args.getLast(), env);
            return null;
        }
        Function function = definitions.function(call.function());
        Builtin builtin = function == null ? definitions.findBuiltin(call.name()) : null;
        if (function == null && builtin == null) {
            return ofRule(call, env);
        }
        int arity = builtin == null ? definitions.arity(call.function()) : builtin.arity();
        Thunks arguments = terms.thunks(args.subList(0, Math.min(arity, args.size())), env);
        @Nullable Term output = args.size() > arity ? args.get(arity) : null;
        if (builtin != null && output != null && builtin.is(Builtin.Trait.RELATION)) {
            int slot = env.fresh();
            env.add(new ScanRelation(builtin, arguments, slot, call.location()));
            unification.match(output, new Slot(slot), env);
            return null;
        }
        Thunk result = replaceable(call, direct(call, function, builtin, arguments), arguments);
        if (output == null) {
            return result;
        }
        unification.match(output, result, env);
        return null;
    }

    /** A function without parameters is a rule, and to call it is to ask for its document. */
    private @Nullable Thunk ofRule(Call call, Env env) {
        Thunk document = terms.thunk(call.function(), env);
        if (call.args().isEmpty()) {
            return document;
        }
        unification.match(call.args().getFirst(), document, env);
        return null;
    }

    private static Thunk direct(
            Call call, @Nullable Function function, @Nullable Builtin builtin, Thunks arguments) {
        if (function != null) {
            return new CallFunction(function, arguments);
        }
        if (builtin == null) {
            throw new IllegalStateException("neither function nor builtin: " + call);
        }
        Thunk operator = Operators.thunk(builtin.name(), arguments);
        if (operator != null) {
            return operator;
        }
        boolean speaks = ProgramLowering.SPEAKING.contains(builtin.name());
        return new CallBuiltin(builtin, arguments, call.location(), speaks);
    }

    private Thunk replaceable(Call call, Thunk direct, Thunks arguments) {
        Integer number = definitions.replaceable(call.function());
        return number == null ? direct : new Replaceable(number, direct, arguments);
    }
}
