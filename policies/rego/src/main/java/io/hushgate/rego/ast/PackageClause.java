package io.hushgate.rego.ast;

/**
 * The package of a module.
 *
 * @param path absolute: {@code data.a.b} for {@code package a.b}
 */
public record PackageClause(Ref path, Location location) implements Node {
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
