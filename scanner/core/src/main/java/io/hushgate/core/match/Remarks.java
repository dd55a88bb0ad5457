package io.hushgate.core.match;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what a line says about a value that stands in it: a comment by which somebody allows it, of
 * ours or of another scanner's. What it means is for others to judge.
 */
final class Remarks {
    /** How far a line is looked at, on either side of the value. */
    private static final int REACH = 1024;

    private static final int LONGEST = 240;

    private static final List<String> ON_THE_LINE =
            List.of(
                    "hushgate:allow",
                    "gitleaks:allow",
                    "betterleaks:allow",
                    "trufflehog:ignore",
                    "pragma: allowlist secret",
                    "pragma:allowlist secret",
                    "pragma: whitelist secret");

    private static final List<String> ON_THE_LINE_BEFORE =
            List.of("pragma: allowlist nextline secret", "pragma:allowlist nextline secret");

    /** What could be a value itself; no remark repeats one. */
    private static final Pattern LIKE_A_VALUE =
            Pattern.compile("(?![a-z0-9,-]+\\b)\\S{32,}|\\S{72,}");

    private Remarks() {}

    /** The comment of the line of {@code [start, end)}, from its mark on; empty without one. */
    static String of(Text text, long start, long end) {
        byte[] bytes = text.bytes();
        int from = (int) (start - text.base()) + text.from();
        int to = (int) (end - text.base()) + text.from();
        int lineStart = lineStart(bytes, from, Math.max(text.from(), from - REACH));
        int lineEnd = lineEnd(bytes, to, Math.min(text.to(), to + REACH));
        String remark = first(ON_THE_LINE, bytes, to, lineEnd);
        if (remark.isEmpty()) {
            remark = first(ON_THE_LINE, bytes, lineStart, from);
        }
        if (remark.isEmpty() && lineStart > text.from()) {
            int before =
                    lineStart(bytes, lineStart - 1, Math.max(text.from(), lineStart - 1 - REACH));
            remark = first(ON_THE_LINE_BEFORE, bytes, before, lineStart - 1);
        }
        return remark;
    }

    private static int lineStart(byte[] bytes, int at, int lowest) {
        int start = at;
        while (start > lowest && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int lineEnd(byte[] bytes, int at, int highest) {
        int end = at;
        while (end < highest && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static String first(List<String> marks, byte[] bytes, int from, int to) {
        if (to <= from) {
            return "";
        }
        String stretch = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        for (String mark : marks) {
            int at = stretch.indexOf(mark);
            if (at >= 0) {
                String remark = stretch.substring(at, Math.min(stretch.length(), at + LONGEST));
                return LIKE_A_VALUE.matcher(remark).replaceAll("...").strip();
            }
        }
        return "";
    }
}
