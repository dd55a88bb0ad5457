package io.hushgate.core.context;

import io.hushgate.core.bytes.Signs;
import io.hushgate.core.bytes.Slice;
import io.hushgate.core.bytes.Words;
import io.hushgate.core.grade.Randomness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the name of a service, a word for a credential, and a value that looks like a key, in this
 * order and close together, around the word. Looser than an assignment, for people write keys down
 * in tables, notes, addresses and file names as well:
 *
 * <pre>
 *   EXAMPLE_API_KEY=...     exampleSecretToken: "..."
 *   example access key ...  example-token-...
 *   |service| word |word| joint |value|
 * </pre>
 *
 * <p>Looks a bounded way back and forth. The fields of the last reading stay until the next. One
 * per thread.
 */
public final class ServiceKeyReader {
    /** Bytes that are looked at before the word. */
    private static final int MAX_NAME = 64;

    /** Words of a name that are put together: {@code eagle_eye_networks}. */
    private static final int MAX_PARTS = 3;

    private static final int MIN_VALUE = 10;
    private static final int MAX_VALUE = 2048;

    /** Blanks and line ends between the parts. */
    private static final int MAX_GAP = 8;

    /** Two equal bits of eight: hexadecimal digits in any order have more. */
    private static final double MIN_ENTROPY = 2.5;

    /** A stretch of letters and digits with both that no version or date has. */
    private static final int MIN_BLEND = 6;

    /** Fewer digits alone are an id or a time. */
    private static final int MIN_NUMBER = 20;

    /** A stretch of letters in both cases that is longer than most names. */
    private static final int MIN_CASED = 20;

    private static final int BOTH_CASES = 3;

    /** A larger share of a value in words makes it a name. */
    private static final double MAX_WORDS = 0.45;

    private static final Signs CLOSING = Signs.of("\"'])>");
    private static final Signs ASSIGNING = Signs.of(":=>");
    private static final Signs OPENING = Signs.of("\"'`\\(,");

    /** What stands behind the literal part of a value that is put together. */
    private static final Signs FILLED_IN = Signs.of("([{<$%*");

    /** Beside letters and digits. */
    private static final Signs VALUE = Signs.of("_-.+/=:~");

    private static final Words WORDS =
            Words.ignoringCase(
                    "access",
                    "account",
                    "admin",
                    "api",
                    "app",
                    "auth",
                    "client",
                    "code",
                    "id",
                    "key",
                    "live",
                    "my",
                    "personal",
                    "private",
                    "prod",
                    "secret",
                    "service",
                    "tok",
                    "token",
                    "user");

    private byte[] text = new byte[0];
    private int from;
    private int to;
    private int valueStart;
    private int valueEnd;
    private boolean assigned;
    private int lookedFrom;
    private int lookedTo;
    private List<String> names = List.of();
    private final WordSense words = new WordSense();

    /**
     * Reads around the word in {@code [start, end)}; what stands there beside letters is no part of
     * it.
     *
     * @return whether a name stands before it and a value that looks like a key behind it
     */
    public boolean read(byte[] bytes, int textStart, int textEnd, int start, int end) {
        text = bytes;
        from = textStart;
        to = textEnd;
        lookedFrom = start;
        lookedTo = end;
        int first = start;
        int last = end;
        while (first < last && !isLetter(text[first])) {
            first++;
        }
        while (last > first && !isLetter(text[last - 1])) {
            last--;
        }
        return value(joint(words(last))) && names(first);
    }

    /** Tells whether the name is that of one of the services, in lower case without separators. */
    public boolean isOf(Set<?> services) {
        for (String name : names) {
            if (services.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Offset of the first byte that was looked at; one before the text when it saw that nothing is
     * before. The reading depends on {@code [lookedFrom, lookedTo)} alone.
     */
    public int lookedFrom() {
        return lookedFrom;
    }

    /** Offset after the last byte that was looked at; the end of the text counts as one. */
    public int lookedTo() {
        return lookedTo;
    }

    private void look(int at) {
        lookedTo = Math.max(lookedTo, at + 1);
    }

    /** Offset of the value. */
    public int valueStart() {
        return valueStart;
    }

    /** Offset after the value. */
    public int valueEnd() {
        return valueEnd;
    }

    /** Tells whether a sign of assignment stands before the value. */
    public boolean isAssigned() {
        return assigned;
    }

    /** Passes over further words of the name, each behind one separator or none. */
    private int words(int end) {
        int at = end;
        for (int count = 0; count < MAX_PARTS; count++) {
            int word = at < to && isSeparator(text[at]) ? at + 1 : at;
            int next = word;
            while (next < to && next - word < MAX_NAME && isLetter(text[next])) {
                next++;
            }
            look(next);
            if (next == word || !WORDS.isAllOf(Slice.of(text, word, next))) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Passes over what joins name and value; -1 when nothing does. */
    private int joint(int end) {
        int at = end;
        assigned = false;
        while (at < to && at - end < 3 && CLOSING.has(text[at])) {
            at++;
        }
        at = blanks(at);
        int sign = at;
        while (at < to && at - sign < 3 && ASSIGNING.has(text[at])) {
            at++;
        }
        assigned = at > sign;
        if (assigned) {
            at = blanks(at);
        }
        while (at < to && at - sign < MAX_GAP && OPENING.has(text[at])) {
            at = blanks(at + 1);
        }
        look(at);
        if (at == end && at < to && isSeparator(text[at])) {
            at++;
        }
        return at > end ? at : -1;
    }

    private int blanks(int start) {
        int at = start;
        while (at < to && at - start < MAX_GAP && text[at] <= ' ' && text[at] > 0) {
            at++;
        }
        look(at);
        return at;
    }

    private boolean value(int start) {
        if (start < 0) {
            return false;
        }
        int highest = Math.min(to, start + MAX_VALUE);
        int end = start;
        while (end < highest && isValueByte(text[end])) {
            end++;
        }
        look(end);
        if (end - start < MIN_VALUE || (end == highest && end < to)) {
            return false;
        }
        if (end < to && FILLED_IN.has(text[end])) {
            return false;
        }
        while (end > start && (text[end - 1] == '.' || text[end - 1] == ':')) {
            end--;
        }
        valueStart = start;
        valueEnd = end;
        return end - start >= MIN_VALUE && looksLikeKey(Slice.of(text, start, end));
    }

    /**
     * Tells whether a value could be a key of a service: letters and digits mixed, no path,
     * version, address or name of words.
     */
    private boolean looksLikeKey(Slice value) {
        int digits = 0;
        int letters = 0;
        int mixed = 0;
        boolean runHasDigit = false;
        boolean runHasLetter = false;
        int cased = 0;
        int cases = 0;
        int run = 0;
        int slashes = 0;
        for (int i = 0; i <= value.length(); i++) {
            int b = i < value.length() ? value.at(i) : '.';
            boolean digit = b >= '0' && b <= '9';
            boolean letter = isLetter(b);
            slashes += b == '/' ? 1 : 0;
            if (digit || letter) {
                run++;
                digits += digit ? 1 : 0;
                letters += letter ? 1 : 0;
                runHasDigit |= digit;
                runHasLetter |= letter;
                cases |= isUpper(b) ? 1 : isLower(b) ? 2 : 0;
            } else {
                mixed = Math.max(mixed, runHasDigit && runHasLetter ? run : 0);
                cased = Math.max(cased, cases == BOTH_CASES ? run : 0);
                cases = 0;
                run = 0;
                runHasDigit = false;
                runHasLetter = false;
            }
        }
        int length = value.length();
        Shape shape = Shape.of(value);
        boolean blends = digits >= 2 && (mixed >= MIN_BLEND || shape.isUuid());
        boolean number = letters == 0 && digits >= MIN_NUMBER;
        boolean scatters = cased >= MIN_CASED;
        return (blends || number || scatters)
                && slashes * 20 <= length
                && Randomness.entropy(value) >= MIN_ENTROPY
                && (shape.hexDigits() == length
                        || words.language().wordShare(value) * letters <= MAX_WORDS * length);
    }

    /** Collects what the service may be called by the words before the one at {@code start}. */
    private boolean names(int start) {
        int lowest = Math.max(from, start - MAX_NAME);
        lookedFrom = lowest - 1;
        List<String> parts = new ArrayList<>();
        int at = start;
        while (at > lowest && parts.size() < MAX_PARTS) {
            int end = at;
            while (end > lowest && end > at - 2 && isSeparator(text[end - 1])) {
                end--;
            }
            int first = end;
            while (first > lowest && isAlphanumeric(text[first - 1])) {
                first--;
                if (first > lowest && isUpper(text[first]) && isLower(text[first - 1])) {
                    break;
                }
            }
            if (first == end) {
                break;
            }
            boolean filler = parts.isEmpty() && WORDS.isAllOf(Slice.of(text, first, end));
            if (!filler) {
                parts.add(
                        new String(text, first, end - first, StandardCharsets.US_ASCII)
                                .toLowerCase(Locale.ROOT));
            }
            at = first;
        }
        names = joined(parts);
        return !names.isEmpty();
    }

    /** The nearest word, the two nearest put together, and the three. */
    private static List<String> joined(List<String> nearestFirst) {
        List<String> joined = new ArrayList<>();
        String name = "";
        for (String part : nearestFirst) {
            name = part + name;
            joined.add(name);
        }
        return joined;
    }

    private static boolean isSeparator(int b) {
        return b == '_' || b == '-' || b == '.' || b == ' ' || b == ':';
    }

    private static boolean isValueByte(int b) {
        return isAlphanumeric(b) || VALUE.has(b);
    }

    private static boolean isAlphanumeric(int b) {
        return isLetter(b) || (b >= '0' && b <= '9');
    }

    private static boolean isLetter(int b) {
        return isLower(b | 0x20);
    }

    private static boolean isLower(int b) {
        return b >= 'a' && b <= 'z';
    }

    private static boolean isUpper(int b) {
        return b >= 'A' && b <= 'Z';
    }
}
