package io.hushgate.rego.ast;

import java.util.List;

/** Expressions that must all hold. Never empty when it comes from the parser. */
public record Body(List<Expr> exprs, Location location) implements Node {
    public Body {
        exprs = List.copyOf(exprs);
    }

    public static Body of(Expr... exprs) {
        return new Body(List.of(exprs), exprs.length == 0 ? Location.NONE : exprs[0].location());
    }

    public Body withExprs(List<Expr> newExprs) {
        return new Body(newExprs, location);
    }

    /** Whether nobody wrote this body: it is {@code true} because a rule needs one. */
    public boolean isGenerated() {
        return exprs.size() == 1 && exprs.getFirst().generated();
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
