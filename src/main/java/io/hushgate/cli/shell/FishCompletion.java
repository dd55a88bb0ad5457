package io.hushgate.cli.shell;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish: one {@code complete} line for each command and option. */
final class FishCompletion {
    private static final String HEAD =
            """
            # Completion of hushgate for fish, made by `hushgate completion fish`.

            # The words of the command line so far that are no options.
            function __hushgate_words
                set -l words (commandline -opc)
                for word in $words[2..-1]
                    string match -q -- '-*' $word; or echo $word
                end
            end

            # Whether the command line so far is exactly these words.
            function __hushgate_at
                set -l words (__hushgate_words)
                test "$words" = "$argv"
            end

            # Whether it begins with these words.
            function __hushgate_in
                set -l words (__hushgate_words)
                set -l asked (count $argv)
                test (count $words) -ge $asked; and test "$words[1..$asked]" = "$argv"
            end

            """;

    private FishCompletion() {}

    static String of(List<Described> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        for (Described command : commands) {
            List<Described> inner = command.inner();
            String at = "__hushgate_at " + String.join(" ", command.words());
            for (Described next : inner) {
                line(script, at.strip(), "-f -a " + next.name(), next.summary());
            }
            String in =
                    command.words().isEmpty()
                            ? "__hushgate_at"
                            : "__hushgate_in " + String.join(" ", command.words());
            for (OptionSpec option : command.options()) {
                line(script, in, option(option), Described.summary(option));
            }
        }
        return script.toString();
    }

    private static String option(OptionSpec option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " : " -s ")
                    .append(name.replaceFirst("-+", ""));
        }
        if (option.arity().max() > 0) {
            names.append(option.arity().min() > 0 ? " -r" : "");
            List<String> values = Described.values(option);
            if (!values.isEmpty()) {
                names.append(" -f -a ").append(quoted(String.join(" ", values)));
            } else if (!Described.takesFile(option)) {
                names.append(" -f");
            }
        }
        return names.toString().strip();
    }

    private static void line(StringBuilder script, String when, String what, String about) {
        script.append("complete -c hushgate -n ")
                .append(quoted(when))
                .append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(about))
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
