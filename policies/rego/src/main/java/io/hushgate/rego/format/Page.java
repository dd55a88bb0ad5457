package io.hushgate.rego.format;

import io.hushgate.rego.ast.Comment;
import io.hushgate.rego.ast.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text written so far, and the comments not yet written.
 *
 * <p>Comments find their place by rows: those above a node go on lines of their own before it, one
 * beside it goes to the end of the line that the node is written on.
 */
final class Page {
    private static final String INDENT = "\t";

    /** A state to go back to. */
    record Mark(
            int length,
            int level,
            boolean inLine,
            int lineStart,
            int nextComment,
            @Nullable Comment beside) {}

    private final StringBuilder out = new StringBuilder();
    private final List<Comment> comments;
    private int nextComment;
    private int level;
    private boolean inLine;
    private boolean delayed;

    /** Where the text of the current line begins, after its indentation. */
    private int lineStart;

    /** The comment for the end of the current line. */
    private @Nullable Comment beside;

    Page(List<Comment> comments) {
        this.comments = new ArrayList<>(comments);
    }

    Page write(String text) {
        out.append(text);
        return this;
    }

    void up() {
        level++;
    }

    void down() {
        level--;
    }

    boolean isInLine() {
        return inLine;
    }

    /** Begins a line with its indentation. */
    void startLine() {
        inLine = true;
        out.append(INDENT.repeat(level));
        lineStart = out.length();
    }

    void startLineIfNone() {
        if (!inLine) {
            startLine();
        }
    }

    void endLine() {
        inLine = false;
        if (beside != null && !delayed) {
            out.append(' ').append(text(beside));
            beside = null;
        }
        delayed = false;
        out.append('\n');
    }

    /** Ends the current line and leaves the next one empty. */
    void blankLine() {
        if (inLine) {
            endLine();
        }
        out.append('\n');
    }

    /**
     * Breaks the line after an opening bracket. What stands beside the bracket goes to the end of
     * the first item.
     */
    void breakAfterBracket() {
        delayed = true;
        endLine();
        up();
        startLine();
    }

    /** Writes the comments above a row, and takes the one on the row for the end of this line. */
    void comments(int row) {
        List<Comment> above = new ArrayList<>();
        while (hasCommentBefore(row)) {
            above.add(comments.get(nextComment));
            nextComment++;
        }
        lines(above);
        if (!above.isEmpty() && row - above.getLast().location().row() > 1) {
            blankLine();
        }
        if (nextComment < comments.size() && row(nextComment) == row) {
            besideLine(comments.get(nextComment));
            nextComment++;
        }
    }

    boolean hasCommentBefore(int row) {
        return nextComment < comments.size() && row(nextComment) < row;
    }

    /** Whether an unwritten comment stands strictly between two rows. */
    boolean hasCommentBetween(int first, int last) {
        for (int i = nextComment; i < comments.size() && row(i) < last; i++) {
            if (row(i) > first) {
                return true;
            }
        }
        return false;
    }

    boolean hasCommentBeside() {
        return beside != null;
    }

    private int row(int index) {
        return comments.get(index).location().row();
    }

    private void besideLine(Comment comment) {
        if (beside != null) {
            throw new Unformattable();
        }
        beside = comment;
    }

    private void lines(List<Comment> block) {
        if (!block.isEmpty() && inLine && out.length() > lineStart) {
            throw new Unformattable();
        }
        boolean inMetadata = false;
        for (int i = 0; i < block.size(); i++) {
            Comment comment = block.get(i);
            if (i > 0) {
                int distance = comment.location().row() - block.get(i - 1).location().row();
                if (distance > 1) {
                    blankLine();
                    inMetadata = false;
                } else if (inMetadata && isMetadata(comment)) {
                    blankLine();
                }
            }
            inMetadata |= isMetadata(comment);
            startLineIfNone();
            write(text(comment));
            endLine();
        }
    }

    private static boolean isMetadata(Comment comment) {
        return comment.location().column() == 1 && comment.text().strip().startsWith("METADATA");
    }

    private static String text(Comment comment) {
        return "#" + comment.text().stripTrailing();
    }

    /** The comment beside a row, taken out of the order; null if there is none. */
    @Nullable Comment take(int row) {
        for (int i = nextComment; i < comments.size(); i++) {
            if (row(i) == row) {
                return comments.remove(i);
            }
        }
        return null;
    }

    /** Writes a comment on the current line. */
    void beside(Comment comment) {
        write(" ").write(text(comment));
    }

    /** Writes all that is left. */
    void remainingComments() {
        while (nextComment < comments.size()) {
            startLineIfNone();
            write(text(comments.get(nextComment)));
            endLine();
            nextComment++;
        }
    }

    /**
     * Writes a stretch of the source as it is, with the comments in it and the one beside its end.
     */
    void verbatim(Location location) {
        write(location.text());
        if (beside != null && beside.location().start() < location.end()) {
            beside = null;
        }
        int lastRow = location.endRow();
        while (nextComment < comments.size() && row(nextComment) <= lastRow) {
            Comment comment = comments.get(nextComment);
            if (comment.location().start() >= location.end()) {
                besideLine(comment);
            }
            nextComment++;
        }
    }

    Mark mark() {
        return new Mark(out.length(), level, inLine, lineStart, nextComment, beside);
    }

    void back(Mark mark) {
        out.setLength(mark.length());
        level = mark.level();
        inLine = mark.inLine();
        lineStart = mark.lineStart();
        nextComment = mark.nextComment();
        beside = mark.beside();
        delayed = false;
    }

    /** The whole text, ending with one line break. */
    String text() {
        return out.toString().stripTrailing() + "\n";
    }
}
