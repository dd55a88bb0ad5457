package io.hushgate.audit.look;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of a code owners file: {@code gitignore}'s, without negation and classes, and {@code
 * docs/*} means the files of that directory alone. Matching takes the pattern's length times the
 * path's at most.
 */
final class OwnedPath {
    private static final String ANY_DIRECTORIES = "**";

    private final List<String> segments;
    private final boolean alsoBelow;

    private OwnedPath(List<String> segments, boolean alsoBelow) {
        this.segments = segments;
        this.alsoBelow = alsoBelow;
    }

    static OwnedPath parse(String pattern) {
        boolean directory = pattern.endsWith("/");
        String inner = pattern.substring(0, pattern.length() - (directory ? 1 : 0));
        boolean anchored = inner.contains("/");
        List<String> segments = new ArrayList<>();
        if (!anchored) {
            segments.add(ANY_DIRECTORIES);
        }
        for (String segment : inner.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        if (directory) {
            segments.add(ANY_DIRECTORIES);
        }
        boolean open = segments.isEmpty() || !segments.getLast().contains("*");
        return new OwnedPath(segments, open);
    }

    boolean matches(String path) {
        String[] parts = path.split("/", -1);
        // reached[i]: the segments so far match the first i parts
        boolean[] reached = new boolean[parts.length + 1];
        reached[0] = true;
        for (String segment : segments) {
            boolean[] next = new boolean[parts.length + 1];
            boolean any = segment.equals(ANY_DIRECTORIES);
            boolean before = false;
            for (int i = 0; i <= parts.length; i++) {
                before |= reached[i];
                next[i] = any ? before : i > 0 && reached[i - 1] && matches(segment, parts[i - 1]);
            }
            reached = next;
        }
        if (!alsoBelow) {
            return reached[parts.length];
        }
        for (int i = 1; i <= parts.length; i++) {
            if (reached[i]) {
                return true;
            }
        }
        return false;
    }

    /** One name against {@code *} and {@code ?}; only the last star is ever tried again. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
