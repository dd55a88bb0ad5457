package io.hushgate.estate.helm.template;

import java.util.List;
import java.util.Optional;

/** A piece of a template that is executed. */
sealed interface Statement {
    int offset();

    /** Text that goes to the output as it is. */
    record Literal(String text, int offset) implements Statement {}

    /** A pipeline whose value is printed, unless it declares a variable. */
    record Action(Pipeline pipeline, int offset) implements Statement {}

    /** {@code if}, {@code with} or {@code range}, with its {@code else}. */
    record Branch(
            Kind kind,
            Pipeline pipeline,
            List<Statement> body,
            List<Statement> otherwise,
            int offset)
            implements Statement {
        public Branch {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        enum Kind {
            IF,
            WITH,
            RANGE
        }
    }

    /** {@code template "name" pipeline} */
    record Invoke(String name, Optional<Pipeline> argument, int offset) implements Statement {}

    /** Leaves a loop, or only the rest of its round. */
    record Leave(boolean continues, int offset) implements Statement {}
}
