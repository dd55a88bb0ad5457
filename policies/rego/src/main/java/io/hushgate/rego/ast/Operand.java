package io.hushgate.rego.ast;

/**
 * What {@code not}, {@code and} and {@code or} work on.
 *
 * @param explicit whether braces were written; only then may the body declare variables. An
 *     implicit operand has one expression
 */
public record Operand(Body body, boolean explicit, Location location) implements Node {
    public Operand withBody(Body newBody) {
        return new Operand(newBody, explicit, location);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
