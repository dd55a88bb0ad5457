package io.hushgate.estate.shell;

import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simple command.
 *
 * @param input the here-document or here-string that it reads
 * @param output the file that it writes; empty if none
 * @param before the command whose output it reads through a pipe
 * @param repeated whether a loop's variable was filled in
 * @param alternative whether it runs only where the command before it failed ({@code ||})
 */
record Command(
        List<Word> words,
        Optional<Source> input,
        String output,
        Optional<Command> before,
        boolean repeated,
        boolean alternative) {
    Command {
        words = List.copyOf(words);
    }

    /** The arguments after a word, of which flags are left out. */
    List<Word> operands(int from) {
        List<Word> operands = new ArrayList<>();
        for (Word word : words.subList(from, words.size())) {
            if (!word.text().startsWith("-") || word.is("-")) {
                operands.add(word);
            }
        }
        return operands;
    }

    /**
     * What a command would read on its standard input, as far as it is written in the script: its
     * own here-document, or what {@code echo}, {@code printf} or {@code cat <<} before the pipe
     * would print.
     */
    Optional<Source> standardInput() {
        if (input.isPresent() || before.isEmpty()) {
            return input;
        }
        Command printer = before.get();
        String program = printer.words.isEmpty() ? "" : printer.words.getFirst().text();
        return switch (program) {
            case "cat", "tee", "envsubst", "sed" -> printer.standardInput();
            case "echo", "printf" -> {
                List<Word> printed = printer.operands(1);
                yield printed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(printed.getLast().from(0).asSource());
            }
            default -> Optional.empty();
        };
    }
}
