package io.hushgate.estate.shell;

import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that is still being read: its here-document comes after its line. */
final class Draft {
    private static final int MAX_TURNS = 64;

    final List<Word> words = new ArrayList<>();
    String output = "";
    @Nullable Source input;
    @Nullable Draft before;
    boolean alternative;
    List<Loop> loops = List.of();
    private @Nullable Command finished;

    boolean isEmpty() {
        return words.isEmpty() && input == null;
    }

    /** The command as it is written; the same one each time. */
    Command finish() {
        Command known = finished;
        if (known == null) {
            known = command(words, false);
            finished = known;
        }
        return known;
    }

    /** The command once for each turn of the loops around it that it depends on. */
    List<Command> expanded() {
        List<List<Word>> turns = List.of(words);
        for (Loop loop : loops) {
            List<List<Word>> more = new ArrayList<>();
            for (List<Word> turn : turns) {
                for (String value : loop.values()) {
                    List<Word> filled = turn.stream().map(word -> loop.fill(word, value)).toList();
                    if (!more.contains(filled) && more.size() < MAX_TURNS) {
                        more.add(filled);
                    }
                }
            }
            turns = more;
        }
        return turns.size() == 1 && turns.getFirst().equals(words)
                ? List.of(finish())
                : turns.stream().map(turn -> command(turn, true)).toList();
    }

    private Command command(List<Word> own, boolean repeated) {
        Draft printer = before;
        return new Command(
                own,
                Optional.ofNullable(input),
                output,
                printer == null ? Optional.empty() : Optional.of(printer.finish()),
                repeated,
                alternative);
    }
}
