package io.hushgate.rego.ast;

import java.util.List;

/** {@code [a, b]}. */
public record ArrayTerm(List<Term> items, Location location) implements Term {
    public ArrayTerm {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
