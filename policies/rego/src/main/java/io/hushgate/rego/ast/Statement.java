package io.hushgate.rego.ast;

import java.util.List;
import java.util.Optional;

/** What an expression says. */
public sealed interface Statement extends Node {
    /** A term that must be defined and not false; often a {@link Call}. */
    record OfTerm(Term term) implements Statement {
        @Override
        public Location location() {
            return term.location();
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** {@code some x, y}: declares variables of this body. */
    record SomeVars(List<Var> vars, Location location) implements Statement {
        public SomeVars {
            vars = List.copyOf(vars);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * {@code some v in xs} and {@code some k, v in xs}: declares the variables in the symbols and
     * walks the domain.
     *
     * @param symbols the value, or the key and the value; patterns are allowed
     */
    record SomeIn(List<Term> symbols, Term domain, Location location) implements Statement {
        public SomeIn {
            symbols = List.copyOf(symbols);
        }

        public Optional<Term> key() {
            return symbols.size() > 1 ? Optional.of(symbols.getFirst()) : Optional.empty();
        }

        public Term value() {
            return symbols.getLast();
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * {@code every v in xs { body }} and {@code every k, v in xs { body }}.
     *
     * @param symbols the value, or the key and the value
     */
    record Every(List<Var> symbols, Term domain, Body body, Location location)
            implements Statement {
        public Every {
            symbols = List.copyOf(symbols);
        }

        public Optional<Var> key() {
            return symbols.size() > 1 ? Optional.of(symbols.getFirst()) : Optional.empty();
        }

        public Var value() {
            return symbols.getLast();
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** Negation under {@code import future.keywords.not}: holds if the operand has no solution. */
    record Not(Operand operand, Location location) implements Statement {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** {@code and} or {@code or}: evaluated left to right, at most one solution, binds nothing. */
    record Logical(Connective connective, Operand left, Operand right, Location location)
            implements Statement {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** Which logical operator. */
    enum Connective {
        AND,
        OR
    }
}
