package io.hushgate.core.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * String literals that are put together from line to line: {@code "abc" +}, {@code "abc" .} and
 * {@code "abc" \} with another literal on the next line, and the backslash at the end of a line in
 * shells and in quoted scalars of YAML. What stands between two pieces is left out.
 */
public final class Joints {
    /** What ends the first line of two. */
    public static final List<String> MARKS =
            List.of(
                    "\" +\n",
                    "' +\n",
                    "` +\n",
                    "\" .\n",
                    "' .\n",
                    "\" \\\n",
                    "' \\\n",
                    "\" &\n",
                    "\" ..\n",
                    "\" + \\",
                    "\" & _",
                    "\" +\r",
                    "' +\r",
                    "\\\n  ",
                    "\\\n\t\t");

    /** Bytes before a mark that are kept: the name, and the start of the first piece. */
    public static final int MAX_BEFORE = 512;

    /** The same, behind it. */
    public static final int MAX_AFTER = 8 * 1024;

    private static final int MAX_GAP = 64;

    private Joints() {}

    /**
     * Joins the pieces of {@code [start, end)}, up to the first line that ends without a joint.
     *
     * @return empty when there are not two pieces
     */
    public static Optional<Decoded> join(byte[] text, int start, int end) {
        byte[] bytes = new byte[end - start];
        int[] origins = new int[end - start + 1];
        int count = 0;
        int joints = 0;
        int at = start;
        while (at < end) {
            int next = pastJoint(text, at, end);
            if (next > at) {
                joints++;
                at = next;
                continue;
            }
            if (text[at] == '\n' && joints > 0) {
                break;
            }
            bytes[count] = text[at];
            origins[count++] = at;
            at++;
        }
        origins[count] = at;
        return joints == 0
                ? Optional.empty()
                : Optional.of(
                        new Decoded(
                                Arrays.copyOf(bytes, count), Arrays.copyOf(origins, count + 1)));
    }

    /** Tells whether the mark that ends at {@code end} is one of {@link #MARKS}. */
    public static boolean endsAt(byte[] text, int end) {
        int last = text[end - 1];
        return (last <= ' ' && last > 0) || last == '\\' || last == '_';
    }

    /** Where the line of the first piece starts. */
    public static int lineStart(byte[] text, int lowest, int mark) {
        int at = mark;
        while (at > lowest && text[at - 1] <= ' ') {
            at--;
        }
        while (at > lowest && text[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    /** Where the next piece starts when a joint stands at {@code at}, else {@code at}. */
    private static int pastJoint(byte[] text, int at, int end) {
        int quote = text[at];
        if (quote == '\\' && at + 1 < end && text[at + 1] == '\n') {
            return blanks(text, at + 1, end);
        }
        if (quote != '"' && quote != '\'' && quote != '`') {
            return at;
        }
        int next = blanks(text, at + 1, end);
        int sign = next;
        while (next < end && next - sign < 4 && "+.&\\_ ".indexOf(text[next]) >= 0) {
            next++;
        }
        next = blanks(text, next, end);
        boolean overLines = false;
        for (int i = at; i < next; i++) {
            overLines |= text[i] == '\n';
        }
        return overLines && next < end && text[next] == quote ? next + 1 : at;
    }

    private static int blanks(byte[] text, int from, int end) {
        int at = from;
        while (at < end && at - from < MAX_GAP && text[at] <= ' ' && text[at] > 0) {
            at++;
        }
        return at;
    }
}
