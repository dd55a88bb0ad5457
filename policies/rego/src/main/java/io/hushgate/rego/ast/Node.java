package io.hushgate.rego.ast;

/** Anything that stands in a module. */
public sealed interface Node
        permits Module,
                PackageClause,
                Import,
                Rule,
                Head,
                Body,
                Expr,
                Statement,
                Operand,
                With,
                Term {
    Location location();
}
