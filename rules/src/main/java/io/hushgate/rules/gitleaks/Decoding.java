package io.hushgate.rules.gitleaks;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass of gitleaks' decoding: every stretch that is written in percent escapes, Unicode
 * escapes, hexadecimal or base64 is replaced by what it says, if that is printable ASCII. Offsets
 * are in characters.
 */
final class Decoding {
    private static final char REPLACEMENT = '\ufffd';
    private static final int LEAST_HEX = 32;
    private static final int LEAST_BASE64 = 16;

    /** In the order of their tags; an earlier one wins where two touch. */
    enum Kind {
        PERCENT,
        UNICODE,
        HEX,
        BASE64
    }

    /**
     * A stretch that was decoded.
     *
     * @param before the stretches of the pass before, through which the original is found
     * @param original where it stands in the text that nothing was decoded in
     * @param encoded where it stands in the text of the pass before
     * @param decoded where its value stands now
     * @param kinds of this stretch and of those inside of which it stood
     */
    record Segment(
            List<Segment> before,
            Range original,
            Range encoded,
            Range decoded,
            Set<Kind> kinds,
            int depth) {}

    /** {@code [start, end)}; two that touch overlap. */
    record Range(int start, int end) {
        boolean overlaps(Range other) {
            return other.start <= end && other.end >= start;
        }

        boolean contains(Range other) {
            return start <= other.start && other.end <= end;
        }

        Range merge(Range other) {
            return new Range(Math.min(start, other.start), Math.max(end, other.end));
        }
    }

    /** A text after one more pass. */
    record Pass(String text, List<Segment> segments) {}

    private record Stretch(Kind kind, Range range) {}

    private final String text;
    private final List<Segment> before;

    private Decoding(String text, List<Segment> before) {
        this.text = text;
        this.before = before;
    }

    /** Decodes once; without segments when there is nothing to decode. */
    static Pass decode(String text, List<Segment> before) {
        return new Decoding(text, before).pass();
    }

    /** Where a stretch of a decoded text comes from. */
    static Range original(List<Segment> segments, Range decoded) {
        List<Segment> level = segments;
        Range range = decoded;
        while (!level.isEmpty()) {
            Range encoded = null;
            for (Segment segment : level) {
                if (!segment.decoded.overlaps(range)) {
                    continue;
                }
                if (segment.decoded.contains(range)) {
                    return segment.original;
                }
                Range all = segment.decoded.merge(range);
                Range here =
                        new Range(
                                segment.encoded.start + all.start - segment.decoded.start,
                                segment.encoded.end + all.end - segment.decoded.end);
                encoded = encoded == null ? here : encoded.merge(here);
            }
            if (encoded == null || encoded.end == 0) {
                return range;
            }
            range = encoded;
            level = level.getFirst().before;
        }
        return range;
    }

    private Pass pass() {
        List<Segment> segments = new ArrayList<>();
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (Stretch stretch : stretches()) {
            Range range = stretch.range;
            String value = value(stretch);
            if (value.isEmpty()) {
                continue;
            }
            out.append(text, copied, range.start);
            Range decoded = new Range(out.length(), out.length() + value.length());
            out.append(value);
            copied = range.end;
            Set<Kind> kinds = EnumSet.of(stretch.kind);
            for (Segment outer : before) {
                if (range.overlaps(outer.decoded)) {
                    kinds.addAll(outer.kinds);
                }
            }
            int depth = before.isEmpty() ? 1 : 1 + before.getFirst().depth;
            segments.add(
                    new Segment(before, original(before, range), range, decoded, kinds, depth));
        }
        out.append(text, copied, text.length());
        return new Pass(out.toString(), segments);
    }

    /** All stretches, less those that touch one of a stronger kind beside them. */
    private List<Stretch> stretches() {
        List<Stretch> all = find();
        List<Stretch> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Stretch one = all.get(i);
            boolean weaker =
                    (i > 0 && isWeaker(one, all.get(i - 1)))
                            || (i + 1 < all.size() && isWeaker(one, all.get(i + 1)));
            if (!weaker) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static boolean isWeaker(Stretch one, Stretch other) {
        return one.range.overlaps(other.range) && other.kind.compareTo(one.kind) < 0;
    }

    private List<Stretch> find() {
        List<Stretch> all = new ArrayList<>();
        int at = 0;
        int shortRunEnd = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            Stretch stretch = null;
            if (c == '%') {
                stretch = stretch(Kind.PERCENT, at, percentEnd(at));
            } else if (c == '\\' || c == 'U') {
                stretch = stretch(Kind.UNICODE, at, unicodeEnd(at));
            }
            if (stretch == null && at >= shortRunEnd && isBase64(c)) {
                stretch = run(at);
                if (stretch == null) {
                    shortRunEnd = base64End(at);
                }
            }
            if (stretch == null) {
                at++;
            } else {
                all.add(stretch);
                at = stretch.range.end;
            }
        }
        return all;
    }

    private static @Nullable Stretch stretch(Kind kind, int start, int end) {
        return end > start ? new Stretch(kind, new Range(start, end)) : null;
    }

    /** A run of digits of hexadecimal, or else of base64, that is long enough. */
    private @Nullable Stretch run(int at) {
        int hex = at;
        while (hex < text.length() && isHex(text.charAt(hex))) {
            hex++;
        }
        if (hex - at >= LEAST_HEX) {
            return new Stretch(Kind.HEX, new Range(at, hex));
        }
        int end = base64End(at);
        if (end - at < LEAST_BASE64) {
            return null;
        }
        for (int i = 0; i < 2 && end < text.length() && text.charAt(end) == '='; i++) {
            end++;
        }
        return new Stretch(Kind.BASE64, new Range(at, end));
    }

    private int base64End(int at) {
        int end = at;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** From one escape to the last of the line. */
    private int percentEnd(int at) {
        if (!isPercent(at)) {
            return at;
        }
        int end = at + 3;
        for (int i = end; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (isPercent(i)) {
                end = i + 3;
            }
        }
        return end;
    }

    private boolean isPercent(int at) {
        return text.charAt(at) == '%' && areHex(at + 1, 2);
    }

    private int unicodeEnd(int at) {
        int end = at;
        if (text.charAt(at) == 'U') {
            int next = codePointEnd(end);
            while (next > end) {
                end = next;
                next = codePointEnd(end);
            }
            return end;
        }
        int next = escapeEnd(end);
        while (next > end) {
            end = next;
            next = escapeEnd(end);
        }
        return end;
    }

    /** {@code U+0041} and a blank, or the end of the text. */
    private int codePointEnd(int at) {
        if (!text.startsWith("U+", at) || !areHex(at + 2, 4)) {
            return at;
        }
        int end = at + 6;
        if (end == text.length()) {
            return end;
        }
        return " \t\n\f\r".indexOf(text.charAt(end)) >= 0 ? end + 1 : at;
    }

    /** One or two backslashes, {@code u} and four digits. */
    private int escapeEnd(int at) {
        int i = at;
        while (i < text.length() && i < at + 2 && text.charAt(i) == '\\') {
            i++;
        }
        boolean is =
                i > at
                        && i < text.length()
                        && (text.charAt(i) == 'u' || text.charAt(i) == 'U')
                        && areHex(i + 1, 4);
        return is ? i + 5 : at;
    }

    private boolean areHex(int from, int count) {
        if (from + count > text.length()) {
            return false;
        }
        for (int i = from; i < from + count; i++) {
            if (!isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String value(Stretch stretch) {
        String encoded = text.substring(stretch.range.start, stretch.range.end);
        return switch (stretch.kind) {
            case PERCENT -> percent(encoded);
            case UNICODE -> unicode(encoded);
            case HEX -> hex(encoded);
            case BASE64 -> base64(encoded);
        };
    }

    /** Empty when an escape stands for anything but printable ASCII. */
    private static String percent(String encoded) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < encoded.length()) {
            char c = encoded.charAt(at);
            boolean escape =
                    c == '%'
                            && at + 2 < encoded.length()
                            && isHex(encoded.charAt(at + 1))
                            && isHex(encoded.charAt(at + 2));
            if (escape) {
                c = (char) Integer.parseInt(encoded, at + 1, at + 3, 16);
                if (!isPrintable(c)) {
                    return "";
                }
                at += 2;
            }
            out.append(c);
            at++;
        }
        return out.toString();
    }

    private static String unicode(String encoded) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < encoded.length()) {
            boolean digits = "uU".indexOf(encoded.charAt(at)) >= 0;
            if (digits) {
                int from = encoded.charAt(at + 1) == '+' ? at + 2 : at + 1;
                char c = (char) Integer.parseInt(encoded, from, from + 4, 16);
                out.append(Character.isSurrogate(c) ? REPLACEMENT : c);
                at = from + 4;
            } else {
                at++;
            }
        }
        return out.toString();
    }

    private static String hex(String encoded) {
        boolean likely = encoded.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (encoded.length() % 2 != 0 || !likely) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += 2) {
            char c = (char) Integer.parseInt(encoded, i, i + 2, 16);
            if (!isPrintable(c)) {
                return "";
            }
            out.append(c);
        }
        return out.toString();
    }

    private static String base64(String encoded) {
        boolean likely = encoded.chars().anyMatch(c -> "0123456789+/-_".indexOf(c) >= 0);
        if (!likely) {
            return "";
        }
        boolean padded = encoded.endsWith("=");
        String standard = encoded.length() % 4 == 0 ? printable(Base64.getDecoder(), encoded) : "";
        if (!standard.isEmpty() || padded || encoded.length() % 4 == 1) {
            return standard;
        }
        return printable(Base64.getUrlDecoder(), encoded);
    }

    private static String printable(Base64.Decoder decoder, String encoded) {
        byte[] bytes;
        try {
            bytes = decoder.decode(encoded);
        } catch (IllegalArgumentException e) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            if (!isPrintable((char) (b & 0xff))) {
                return "";
            }
            out.append((char) b);
        }
        return out.toString();
    }

    private static boolean isPrintable(char c) {
        return c > 0x08 && c < 0x7f;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isBase64(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '_' || c == '/' || c == '+' || c == '-';
    }

    /** The tags of a value that was found in decoded stretches. */
    static List<String> tags(List<Segment> segments) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        segments.forEach(segment -> kinds.addAll(segment.kinds));
        List<String> tags = new ArrayList<>();
        kinds.forEach(kind -> tags.add("decoded:" + kind.name().toLowerCase(Locale.ROOT)));
        tags.add("decode-depth:" + segments.getFirst().depth);
        return tags;
    }

    /** The decoded line, or lines, that stretches stand in. */
    static String line(List<Segment> segments, String text) {
        Range all = segments.getFirst().decoded;
        for (Segment segment : segments) {
            all = all.merge(segment.decoded);
        }
        int start = text.lastIndexOf('\n', all.start);
        int end = text.indexOf('\n', all.end);
        return text.substring(Math.max(0, start), end < 0 ? text.length() : end);
    }
}
