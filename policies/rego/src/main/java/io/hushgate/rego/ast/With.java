package io.hushgate.rego.ast;

/**
 * {@code with target as value}.
 *
 * @param target a part of {@code input} or {@code data}, a rule, or a function
 */
public record With(Ref target, Term value, Location location) implements Node {
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
