package io.hushgate.rego.ast;

import java.util.List;

/**
 * A call of a function or builtin. Operators are calls of the builtins behind them: {@code x + 1}
 * is {@code plus(x, 1)}.
 */
public record Call(Ref function, List<Term> args, Location location) implements Term {
    public Call {
        args = List.copyOf(args);
    }

    public static Call of(Operator operator, Location location, Term... args) {
        return new Call(operator.ref(location), List.of(args), location);
    }

    /** The dotted name of the function. */
    public String name() {
        return function.size() == 1 && function.head() instanceof Var plain
                ? plain.name()
                : function.toString();
    }

    public boolean isOf(Operator operator) {
        return operator.isNamedBy(function);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
