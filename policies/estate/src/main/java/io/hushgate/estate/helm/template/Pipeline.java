package io.hushgate.estate.helm.template;

import java.util.List;

/**
 * Commands that hand their values on.
 *
 * @param variables that take the value; two for {@code range $k, $v := x}
 * @param assigns whether the variables exist already ({@code =}), or are new ({@code :=})
 */
record Pipeline(List<String> variables, boolean assigns, List<Command> commands, int offset) {
    Pipeline {
        variables = List.copyOf(variables);
        commands = List.copyOf(commands);
    }
}
