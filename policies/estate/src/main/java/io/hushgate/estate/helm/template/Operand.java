package io.hushgate.estate.helm.template;

import io.hushgate.estate.helm.datum.Datum;
import java.util.List;

/** A part of a command. */
sealed interface Operand {
    /** {@code .} */
    record Dot() implements Operand {}

    /** {@code "x"}, {@code 1}, {@code true}, {@code nil} */
    record Constant(Datum value) implements Operand {}

    /** {@code .a.b} */
    record Field(List<String> path) implements Operand {
        public Field {
            path = List.copyOf(path);
        }
    }

    /** {@code $x.a.b} */
    record Variable(String name, List<String> path) implements Operand {
        public Variable {
            path = List.copyOf(path);
        }
    }

    /** {@code include} */
    record Function(String name) implements Operand {}

    /** {@code (x).a.b} */
    record Chain(Operand base, List<String> path) implements Operand {
        public Chain {
            path = List.copyOf(path);
        }
    }

    /** {@code (x | y)} */
    record Nested(Pipeline pipeline) implements Operand {}
}
