package io.hushgate.rego.compile.unit;

import io.hushgate.rego.ast.Ref;
import java.util.OptionalInt;

/** How many parameters the functions have that an expression may call. */
@FunctionalInterface
public interface Signatures {
    /**
     * The number of parameters of a builtin or of a function in {@code data}; empty if there is
     * none.
     */
    OptionalInt arity(Ref function);
}
