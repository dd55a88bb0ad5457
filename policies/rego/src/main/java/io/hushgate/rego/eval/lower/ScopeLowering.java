package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.With;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.eval.Replacement;
import io.hushgate.rego.eval.body.ScopeChange;
import io.hushgate.rego.eval.document.Function;
import io.hushgate.rego.eval.term.BuiltinReplacement;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers {@code with} modifiers. */
final class ScopeLowering {
    private final TermLowering terms;
    private final Definitions definitions;

    ScopeLowering(TermLowering terms, Definitions definitions) {
        this.terms = terms;
        this.definitions = definitions;
    }

    ScopeChange change(List<With> modifiers, Env env) {
        List<ScopeChange.Target> targets = new ArrayList<>();
        for (With with : modifiers) {
            targets.add(target(with, env));
        }
        return new ScopeChange(targets);
    }

    private ScopeChange.Target target(With with, Env env) {
        Ref target = with.target();
        Integer function = definitions.replaceable(target);
        if (function != null) {
            Replacement replacement = replacement(with);
            return replacement != null
                    ? new ScopeChange.Target.FunctionCall(function, replacement)
                    : new ScopeChange.Target.FunctionValue(
                            function, terms.thunk(with.value(), env));
        }
        List<Value> path = Definitions.constants(target.path());
        return target.head().toString().equals("input")
                ? new ScopeChange.Target.Input(path, terms.thunk(with.value(), env))
                : new ScopeChange.Target.Data(
                        path, terms.thunk(with.value(), env), definitions.placesUnder(path));
    }

    /** The function that stands in, or null when it is a value. */
    private @Nullable Replacement replacement(With with) {
        if (!(with.value() instanceof Ref ref)) {
            return null;
        }
        Function function = definitions.function(ref);
        if (function != null) {
            return function;
        }
        Builtin builtin = definitions.findBuiltin(ref.toString());
        return builtin == null ? null : new BuiltinReplacement(builtin, with.location());
    }
}
