package io.hushgate.cli.shell;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for zsh: one function that finds the command among the words and offers its own. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String of(List<Described> commands) {
        StringBuilder script =
                new StringBuilder(
                        """
                        #compdef hushgate
                        # Completion of hushgate for zsh, made by `hushgate completion zsh`.

                        _hushgate() {
                            local at='' word
                            local -i i
                            local -a commands
                            for ((i = 2; i < CURRENT; i++)); do
                                word=${words[i]}
                                case "$at $word" in
                        """);
        commands.stream()
                .filter(command -> !command.words().isEmpty())
                .forEach(command ->
                        script.append("            ")
                                .append(quoted(" " + String.join(" ", command.words())))
                                .append(") at=\"$at $word\" ;;\n"));
        script.append("        esac\n    done\n    case $at in\n");
        for (Described command : commands) {
            String words = String.join(" ", command.words());
            script.append("        ")
                    .append(quoted(words.isEmpty() ? "" : " " + words))
                    .append(")\n");
            branch(script, command);
            script.append("            ;;\n");
        }
        return script.append(
                        """
                            esac
                        }

                        if [[ $funcstack[1] == _hushgate ]]; then
                            _hushgate "$@"
                        elif (( $+functions[compdef] )); then
                            compdef _hushgate hushgate
                        fi
                        """)
                .toString();
    }

    private static void branch(StringBuilder script, Described command) {
        List<Described> inner = command.inner();
        if (!inner.isEmpty()) {
            script.append("            commands=(\n");
            for (Described next : inner) {
                script.append("                ")
                        .append(quoted(next.name() + ":" + next.summary()))
                        .append('\n');
            }
            script.append("            )\n            _describe command commands\n");
        }
        List<String> arguments = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            for (String name : option.names()) {
                arguments.add(quoted(option(option, name)));
            }
        }
        if (inner.isEmpty()) {
            arguments.add(quoted("*:target:_files"));
        }
        if (!arguments.isEmpty()) {
            script.append("            _arguments \\\n                ")
                    .append(String.join(" \\\n                ", arguments))
                    .append('\n');
        }
    }

    private static String option(OptionSpec option, String name) {
        String about = Described.summary(option).replaceAll("([\\[\\]:\\\\])", "\\\\$1");
        boolean valued = option.arity().max() > 0;
        String text = "*" + name + (valued && name.startsWith("--") ? "=" : "") + "[" + about + "]";
        if (!valued) {
            return text;
        }
        List<String> values = Described.values(option);
        String what =
                values.isEmpty()
                        ? Described.takesFile(option) ? "_files" : " "
                        : "(" + String.join(" ", values) + ")";
        String label = option.paramLabel().replaceAll("[^A-Za-z0-9_-]", "");
        return text + (option.arity().min() == 0 ? "::" : ":") + label + ":" + what;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
