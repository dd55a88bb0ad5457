package io.hushgate.rego.test;

import io.hushgate.rego.ast.Location;
import io.hushgate.rego.value.Value;
import java.util.List;

/**
 * The expression at which a test ended.
 *
 * @param location where it stands; its text is the expression
 * @param values what the parts of the expression were, in the order of the text
 */
public record FailureNote(Location location, List<Part> values) {
    /**
     * A part of an expression.
     *
     * @param text as written: a variable, a reference, a call
     */
    public record Part(String text, Value value) {}

    public FailureNote {
        values = List.copyOf(values);
    }
}
