package io.hushgate.redact;

import io.hushgate.core.match.ValueFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects values that somebody named, and what of them stands alone in a log. */
public final class NamedValues {
    /** The marks of armor are the same for every key. */
    private static final byte ARMOR = '-';

    private final List<byte[]> values = new ArrayList<>();

    /**
     * Adds a value, and each of its lines, for a log shows them one by one.
     *
     * @return whether it is long enough; a line that is not is left out
     */
    public boolean add(byte[] value) {
        byte[] whole = strip(value, 0, value.length);
        if (whole.length < ValueFinder.SHORTEST) {
            return false;
        }
        values.add(whole);
        List<byte[]> lines = lines(whole);
        if (lines.size() > 1) {
            lines.stream()
                    .filter(line -> line.length > 2 * ValueFinder.SHORTEST && line[0] != ARMOR)
                    .forEach(values::add);
        }
        return true;
    }

    /**
     * Adds every line as a value of its own; empty ones count for nothing. A key in armor is one.
     *
     * @return whether all are long enough
     */
    public boolean addLines(byte[] text) {
        boolean armored = text.length > 1 && text[0] == ARMOR && text[1] == ARMOR;
        if (armored) {
            return add(text);
        }
        boolean all = true;
        for (byte[] line : lines(text)) {
            all &= line.length == 0 || add(line);
        }
        return all;
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                lines.add(strip(text, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static byte[] strip(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (start < end && isBlank(bytes[end - 1])) {
            end--;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Finds all of them; empty when there are none. */
    public Optional<ValueFinder> finder() {
        return values.isEmpty() ? Optional.empty() : Optional.of(new ValueFinder(values));
    }
}
