package io.hushgate.redact;

import io.hushgate.core.Address;
import io.hushgate.core.Artifact;
import io.hushgate.core.Span;
import io.hushgate.core.match.Matcher;
import io.hushgate.core.match.ValueFinder;
import io.hushgate.source.log.LogFormat;
import io.hushgate.source.log.LogText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Passes bytes on with every credential masked. Lines are passed on as soon as they are whole, so a
 * value may arrive in any number of writes; of a line longer than {@link #LONGEST_LINE} all but its
 * end. What is not masked comes out byte for byte.
 *
 * <p>Lines that were passed on are still looked at, for a name may stand above its value:
 *
 * <pre>
 * [ context, passed on | lines, whole | line that is open ]
 *                      passed         whole               length
 * </pre>
 */
public final class Redactor {
    /** A longer line is passed on in pieces. */
    static final int LONGEST_LINE = 1 << 20;

    /** What is held back of such a line: more than a match and the words near it. */
    private static final int HELD_BACK = 128 * 1024;

    /** How much of what was passed on is looked at again. */
    private static final int CONTEXT = 2 * 1024;

    /** Under what values that were named are counted. */
    private static final String NAMED = "named value";

    private final Matcher matcher;
    private final Optional<ValueFinder> named;
    private final byte[] mask;
    private final OutputStream out;
    private final KeyBlock keys = new KeyBlock();
    private final Ranges ranges = new Ranges();
    private final Map<String, Integer> counts = new TreeMap<>();
    private byte[] buffer = new byte[1 << 16];
    private byte[] text = new byte[1 << 16];
    private int passed;
    private int length;
    private boolean lineIsCut;

    /**
     * Masks what a matcher finds.
     *
     * @param named values that are masked besides, in all of their forms
     * @param mask stands in the place of each value, or of each line of one
     * @param out is written to, flushed after every write, and left open
     */
    public Redactor(Matcher matcher, Optional<ValueFinder> named, byte[] mask, OutputStream out) {
        this.matcher = matcher;
        this.named = named;
        this.mask = mask.clone();
        this.out = out;
    }

    /**
     * Takes some more bytes, and passes on the lines that are whole now.
     *
     * @throws IOException when they cannot be written
     */
    public void write(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int count = Math.min(to - at, LONGEST_LINE + CONTEXT + HELD_BACK - length);
            if (buffer.length - length < count) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
            }
            System.arraycopy(bytes, at, buffer, length, count);
            int searched = length;
            length += count;
            at += count;
            int whole = lastLineEnd(searched);
            if (whole > passed) {
                pass(whole);
            } else if (length - passed >= LONGEST_LINE) {
                pass(length);
            }
        }
        out.flush();
    }

    /** Passes on what is left. */
    public void end() throws IOException {
        if (length > passed) {
            lineIsCut = false;
            mask(length);
            emit(length);
        }
        out.flush();
    }

    /** How many values were masked, by the rule that found them. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** After the last line feed, or return, which a bar that shows progress has in its place. */
    private int lastLineEnd(int from) {
        for (int i = length; i > Math.max(from, passed); i--) {
            if (buffer[i - 1] == '\n' || buffer[i - 1] == '\r') {
                return i;
            }
        }
        return passed;
    }

    /** Masks and passes on up to an offset; of an open line less, so that no value is cut. */
    private void pass(int to) throws IOException {
        boolean cut = to == length && buffer[to - 1] != '\n' && buffer[to - 1] != '\r';
        mask(to);
        int end = to;
        if (cut) {
            end = to - HELD_BACK;
            for (int i = ranges.count() - 1; i >= 0; i--) {
                if (ranges.start(i) < end && ranges.end(i) > end) {
                    end = Math.max(passed, ranges.start(i));
                }
            }
            if (end == passed) {
                end = to - HELD_BACK; // one value that is longer than any credential
            }
        }
        emit(end);
        lineIsCut = cut;
        forget();
    }

    /** Finds what is to be masked in everything up to an offset. */
    private void mask(int to) throws IOException {
        ranges.clear();
        maskKeys(to);
        int found = ranges.count();
        if (found > 0) {
            counts.merge("private-key line", found, Integer::sum);
        }
        LogText log =
                LogText.of(
                        new Artifact.InMemory(new Address.StandardInput(), buffer, 0, to),
                        LogFormat.PLAIN);
        int size = read(log);
        matcher.match(
                new Artifact.InMemory(log.address(), text, 0, size),
                detection -> {
                    add(detection.rule().id().text(), log.original(detection.span()));
                    detection.discard();
                });
        named.ifPresent(values -> {
            values.find(
                    text, 0, size, (start, end) -> add(NAMED, log.original(new Span(start, end))));
            values.find(buffer, 0, to, (start, end) -> add(NAMED, new Span(start, end)));
        });
        ranges.merge();
    }

    private void maskKeys(int to) {
        int start = passed;
        boolean first = true;
        for (int i = passed; i <= to; i++) {
            if (i == to || buffer[i] == '\n' || buffer[i] == '\r') {
                if (i > start && !(first && lineIsCut)) {
                    keys.line(buffer, start, i, ranges);
                }
                first = false;
                start = i + 1;
            }
        }
    }

    private void add(String what, Span span) {
        int start = (int) span.start();
        int end = (int) span.end();
        if (end <= passed || isArmored(start, end)) {
            return;
        }
        if (!ranges.touch(start, end)) {
            counts.merge(what, 1, Integer::sum);
        }
        ranges.add(start, end);
    }

    /** A key on several lines, which is masked line by line, whether it arrives whole or not. */
    private boolean isArmored(int start, int end) {
        boolean armored = end - start > 11 && buffer[start] == '-' && buffer[start + 4] == '-';
        for (int i = start; armored && i < end; i++) {
            if (buffer[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Reads the text of a log to its end. */
    private int read(LogText log) throws IOException {
        int size = 0;
        int got = log.read(text, 0, text.length);
        while (got >= 0) {
            size += got;
            if (size == text.length) {
                text = Arrays.copyOf(text, 2 * size);
            }
            got = log.read(text, size, text.length - size);
        }
        return size;
    }

    /** Writes up to an offset, masks in the place of ranges. */
    private void emit(int to) throws IOException {
        int at = passed;
        for (int i = 0; i < ranges.count() && ranges.start(i) < to; i++) {
            int start = Math.max(passed, ranges.start(i));
            int end = Math.min(to, ranges.end(i));
            if (start < end) {
                out.write(buffer, at, start - at);
                writeMask(start, end);
                at = end;
            }
        }
        out.write(buffer, at, to - at);
        passed = to;
    }

    /** One mask for each line; the ends of lines and what they are indented by stay. */
    private void writeMask(int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int start = at;
            while (start < to && isBlank(buffer[start])) {
                start++;
            }
            int end = start;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            out.write(buffer, at, start - at);
            if (end > start) {
                out.write(mask);
            }
            at = end;
        }
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private void forget() {
        int from = Math.max(0, passed - CONTEXT);
        if (from == 0) {
            return;
        }
        System.arraycopy(buffer, from, buffer, 0, length - from);
        Arrays.fill(buffer, length - from, length, (byte) 0);
        passed -= from;
        length -= from;
    }
}
