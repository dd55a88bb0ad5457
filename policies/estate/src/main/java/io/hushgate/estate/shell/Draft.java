package io.hushgate.estate.shell;

import io.hushgate.estate.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that is still being read: its here-document comes after its line. */
final class Draft {
    final List<Word> words = new ArrayList<>();
    String output = "";
    @Nullable Source input;
    @Nullable Draft before;
    private @Nullable Command finished;

    boolean isEmpty() {
        return words.isEmpty() && input == null;
    }

    /** The command; the same one each time. */
    Command finish() {
        Command known = finished;
        if (known == null) {
            Draft printer = before;
            known =
                    new Command(
                            words,
                            Optional.ofNullable(input),
                            output,
                            printer == null ? Optional.empty() : Optional.of(printer.finish()));
            finished = known;
        }
        return known;
    }
}
