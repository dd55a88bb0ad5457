package io.hushgate.rego.ast;

import java.util.List;

/**
 * <code>$"text {expr} text"</code>; an expression without a value prints as {@code <undefined>}.
 *
 * @param raw written with backquotes
 */
public record TemplateString(List<Part> parts, boolean raw, Location location) implements Term {
    public TemplateString {
        parts = List.copyOf(parts);
    }

    /** A piece of a template. */
    public sealed interface Part {
        /** Text, with escapes resolved. */
        record Literal(Scalar.Text text) implements Part {}

        /** What stands between braces: a term or call, perhaps with modifiers. */
        record Interpolation(Expr expr) implements Part {}
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
