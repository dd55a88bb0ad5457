package io.hushgate.rego.ast;

/**
 * An import.
 *
 * @param path begins with {@code data}, {@code input}, {@code rego} or {@code future}
 * @param alias the name after {@code as}, or "" if there is none
 */
public record Import(Ref path, String alias, Location location) implements Node {
    /** The name that this import declares: the alias, else the last part of the path. */
    public String name() {
        if (!alias.isEmpty()) {
            return alias;
        }
        return switch (path.parts().getLast()) {
            case Scalar.Text text -> text.value();
            case Var v -> v.name();
            case Term other -> other.toString();
        };
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
