package io.hushgate.estate.helm.template;

import java.util.List;

/** An operand, or a function or method with its arguments. */
record Command(List<Operand> operands, int offset) {
    Command {
        operands = List.copyOf(operands);
    }
}
