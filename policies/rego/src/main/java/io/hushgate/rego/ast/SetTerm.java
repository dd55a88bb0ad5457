package io.hushgate.rego.ast;

import java.util.List;

/**
 * {@code {a, b}} or {@code set()}.
 *
 * @param items in the order of the text, equal nodes once
 */
public record SetTerm(List<Term> items, Location location) implements Term {
    public SetTerm {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
