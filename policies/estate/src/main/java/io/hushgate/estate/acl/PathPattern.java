package io.hushgate.estate.acl;

import java.util.Comparator;
import java.util.Optional;

/**
 * The path of a stanza, as the server understands it.
 *
 * <p>{@code *} means something only as the last character, {@code +} only as a whole segment;
 * elsewhere both are literal.
 *
 * @param kind how it is matched
 * @param text without the leading slash and without the last {@code *}
 * @param prefix whether anything may follow
 */
public record PathPattern(Kind kind, String text, boolean prefix) {

    /** How a pattern is matched. */
    public enum Kind {
        EXACT,
        PREFIX,
        /** With {@code +}; compared segment by segment. */
        SEGMENTS
    }

    /** Which of several matching patterns counts: the greatest. */
    static final Comparator<PathPattern> PRIORITY =
            Comparator.comparingInt(PathPattern::firstWildcard)
                    .thenComparing(PathPattern::prefix, Comparator.reverseOrder())
                    .thenComparing(PathPattern::wildcards, Comparator.reverseOrder())
                    .thenComparingInt(pattern -> pattern.text.length())
                    .thenComparing(PathPattern::text);

    /**
     * The pattern that a path stanza stands for; empty for {@code +*}, which the server refuses.
     */
    public static Optional<PathPattern> of(String written) {
        if (written.contains("+*")) {
            return Optional.empty();
        }
        String path = written.startsWith("/") ? written.substring(1) : written;
        boolean segments = path.equals("+") || path.startsWith("+/") || path.contains("/+");
        boolean prefix = path.endsWith("*");
        String text = prefix ? path.substring(0, path.length() - 1) : path;
        Kind kind = segments ? Kind.SEGMENTS : prefix ? Kind.PREFIX : Kind.EXACT;
        return Optional.of(new PathPattern(kind, text, prefix));
    }

    /**
     * Tells whether a request path (without leading slash) is one that this pattern speaks about.
     */
    public boolean matches(String path) {
        return switch (kind) {
            case EXACT -> path.equals(text);
            case PREFIX -> path.startsWith(text);
            case SEGMENTS -> matchesSegments(path.split("/", -1));
        };
    }

    private boolean matchesSegments(String[] asked) {
        String[] own = text.split("/", -1);
        if (asked.length < own.length || (!prefix && asked.length != own.length)) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            boolean last = prefix && i == own.length - 1;
            boolean same = own[i].equals("+") || own[i].equals(asked[i]);
            if (!same && !(last && asked[i].startsWith(own[i]))) {
                return false;
            }
        }
        return true;
    }

    private int firstWildcard() {
        return kind == Kind.SEGMENTS ? text.indexOf('+') : text.length();
    }

    private int wildcards() {
        int count = 0;
        for (String segment : kind == Kind.SEGMENTS ? text.split("/", -1) : new String[0]) {
            count += segment.equals("+") ? 1 : 0;
        }
        return count;
    }

    /** As a policy would have it. */
    @Override
    public String toString() {
        return prefix ? text + "*" : text;
    }
}
