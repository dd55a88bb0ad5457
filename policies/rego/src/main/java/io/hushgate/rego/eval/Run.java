package io.hushgate.rego.eval;

import io.hushgate.rego.ast.ErrorCode;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.RegoError;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.builtin.BuiltinContext;
import io.hushgate.rego.builtin.BuiltinError;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Observer;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same in all scopes of one evaluation.
 *
 * @param builtins what builtins may know and do
 * @param observer is told what happens, if the program was lowered for that
 * @param strict whether a failing builtin ends the evaluation, instead of being undefined
 */
public record Run(Budget budget, BuiltinContext builtins, boolean strict, Observer observer) {
    /**
     * What a call yields whose builtin has failed: undefined.
     *
     * @throws RegoException if the failure ends the evaluation
     */
    public @Nullable Value undefinedAfter(BuiltinError error, Location location) {
        if (strict || error.halts()) {
            ErrorCode code =
                    switch (error.code()) {
                        case TYPE -> ErrorCode.EVAL_TYPE;
                        case BUILTIN -> ErrorCode.EVAL_BUILTIN;
                    };
            throw new RegoException(new RegoError(code, error.getMessage(), location));
        }
        return null;
    }
}
