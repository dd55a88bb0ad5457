package io.hushgate.rego.ast;

/** A term made of all solutions of a body. */
public sealed interface Comprehension extends Term {
    Body body();

    /** {@code [item | body]}. */
    record OfArray(Term item, Body body, Location location) implements Comprehension {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** {@code {item | body}}. */
    record OfSet(Term item, Body body, Location location) implements Comprehension {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** <code>{key: value | body}</code>. */
    record OfObject(Term key, Term value, Body body, Location location) implements Comprehension {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }
}
