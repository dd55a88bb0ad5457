package io.hushgate.core.match;

import io.hushgate.core.Grade;
import io.hushgate.core.context.AssignmentReader;
import io.hushgate.core.context.FileKind;
import io.hushgate.core.context.GenericJudge;
import io.hushgate.core.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The assignment at hand, read and judged once for all the rules and keywords that its name brings
 * up. One per thread.
 */
final class Assignments {
    private final AssignmentReader reader = new AssignmentReader();
    private final GenericJudge judge = new GenericJudge();
    private @Nullable Text text;
    private int from;
    private int to;
    private boolean isRead;
    private boolean isJudged;
    private Optional<Grade> grade = Optional.empty();

    /** Lets go of the last text. */
    void forget() {
        text = null;
    }

    /** Tells whether the keyword {@code [start, end)} is part of a name with a value. */
    @SuppressWarnings("ReferenceEquality") // the same text, not one like it
    boolean isRead(Text in, int start, int end) {
        if (in != text || start < from || end > to) {
            text = in;
            isJudged = false;
            isRead = reader.read(in.bytes(), in.from(), in.to(), start, end);
            boolean shared = reader.isShortName();
            from = shared ? Math.min(reader.nameStart(), start) : start;
            to = shared ? Math.max(reader.nameEnd(), end) : end;
        }
        return isRead;
    }

    /** Goes on to the next row of a table. The last answers no; what is asked next is read anew. */
    boolean nextRow() {
        isJudged = false;
        boolean more = reader.nextRow();
        if (!more && reader.isTable()) {
            forget();
        }
        return more;
    }

    /** Offset of the first byte that the reading depends on, or one less at the text's start. */
    int lookedFrom() {
        return reader.lookedFrom();
    }

    /** Offset after the last byte that the reading depends on, or one more at the text's end. */
    int lookedTo() {
        return reader.lookedTo();
    }

    int valueStart() {
        return reader.valueStart();
    }

    int valueEnd() {
        return reader.valueEnd();
    }

    /** Tells whether the name promises something else than {@code keywords} ask for. */
    boolean namesElse(List<String> keywords) {
        Text in = text;
        return in != null && judge.namesElse(in.bytes(), reader, keywords);
    }

    /** Tells a witness how the assignment is weighed; does nothing without one. */
    void explain(FileKind file, Rule rule, long offset, Witness witness) {
        Text in = text;
        if (witness.isWatching() && in != null) {
            judge.explain(in.bytes(), reader, file)
                    .ifPresent(score ->
                            witness.weighed(
                                    rule,
                                    offset,
                                    score.value(),
                                    score.needed(),
                                    score.parts().entrySet().stream()
                                            .map(part ->
                                                    new Witness.Weighed(
                                                            part.getKey(), part.getValue()))
                                            .toList()));
        }
    }

    /** What the value is by its context, judged at the first call for an assignment. */
    Optional<Grade> judge(FileKind file) {
        Text in = text;
        if (!isJudged && in != null) {
            grade = judge.judge(in.bytes(), reader, file);
            isJudged = true;
        }
        return grade;
    }
}
