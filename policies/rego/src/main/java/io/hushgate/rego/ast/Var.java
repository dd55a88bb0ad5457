package io.hushgate.rego.ast;

/**
 * A variable, or a name that the compiler has not resolved yet.
 *
 * <p>Names that begin with {@code $} are wildcards: the parser gives each {@code _} of a module its
 * own. Names that begin with {@code __local} are made by the compiler.
 */
public record Var(String name, Location location) implements Term {
    private static final String WILDCARD_PREFIX = "$";
    private static final String GENERATED_PREFIX = "__local";

    public static Var of(String name) {
        return new Var(name, Location.NONE);
    }

    public boolean isWildcard() {
        return name.startsWith(WILDCARD_PREFIX);
    }

    /** Whether the compiler made this name. */
    public boolean isGenerated() {
        return name.startsWith(GENERATED_PREFIX);
    }

    /** {@code data} or {@code input}. */
    public boolean isRootDocument() {
        return name.equals("data") || name.equals("input");
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
