package io.hushgate.rules.gitleaks;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A regular expression as Go's {@code regexp} package reads and matches it, in linear time. */
final class GoRegex {
    private final Pattern pattern;
    private final Literals literals;
    private final Literals.@Nullable Fixed fixed;

    private GoRegex(Pattern pattern) {
        this.pattern = pattern;
        this.literals = LiteralReader.read(pattern.pattern());
        this.fixed = literals.best();
    }

    /** One match: offsets of its first character and after its last. */
    record Match(int start, int end) {}

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException when it is none; the message says where and why
     */
    static GoRegex compile(String source) {
        try {
            return new GoRegex(Pattern.compile(source));
        } catch (PatternSyntaxException e) {
            String part = e.getPattern();
            throw new IllegalArgumentException(
                    "%s: `%s`; look-around and back-references are not of RE2"
                            .formatted(e.getDescription(), part == null ? source : part),
                    e);
        }
    }

    /** Tells whether it matches somewhere. */
    boolean occursIn(String text) {
        return pattern.matcher(text).find();
    }

    /** The number of a named group. */
    Optional<Integer> group(String name) {
        return Optional.ofNullable(pattern.namedGroups().get(name));
    }

    int groups() {
        return pattern.groupCount();
    }

    /** The groups of the first match, empty for those that took no part; none without a match. */
    List<String> groupsIn(String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> groups = new ArrayList<>();
        if (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                String group = matcher.group(i);
                groups.add(group == null ? "" : group);
            }
        }
        return groups;
    }

    /**
     * Texts in lower case of which every match holds one, without regard to case; empty when none
     * are known.
     */
    Set<String> literals() {
        return fixed == null ? Set.of() : fixed.texts();
    }

    /**
     * All matches, when it is known where the {@link #literals} are: those of {@link
     * #matches(String)}, and nothing else is looked at.
     *
     * @param starts offsets of all literals, in order
     */
    List<Match> matches(String text, int[] starts) {
        Literals.Fixed near = fixed;
        if (near == null) {
            return matches(text);
        }
        if (starts.length == 0) {
            return List.of();
        }
        if (near.farthest() >= Literals.ENDLESS) {
            return matches(text);
        }
        List<Match> found = new ArrayList<>();
        int position = 0;
        for (int start : starts) {
            int last = start - near.nearest();
            int end = Math.min(text.length(), last + literals.most() + 2);
            boolean searching = true;
            while (searching && position <= last) {
                Matcher matcher = pattern.matcher(CharBuffer.wrap(text, 0, end));
                int from = Math.max(position, start - near.farthest());
                boolean matches = matcher.find(from);
                if (!matches && end == text.length()) {
                    return found;
                }
                // Beyond the window a match may be cut; it has a literal and a window of its own.
                searching = matches && (matcher.start() <= last || end == text.length());
                if (searching) {
                    found.add(new Match(matcher.start(), matcher.end()));
                    position = matcher.end();
                }
            }
        }
        return found;
    }

    /** All matches from left to right; an empty one right behind another does not count. */
    List<Match> matches(String text) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int position = 0;
        int previousEnd = -1;
        while (position <= text.length() && matcher.find(position)) {
            boolean counts = true;
            if (matcher.end() == position) {
                counts = matcher.start() != previousEnd;
                position =
                        position < text.length()
                                ? text.offsetByCodePoints(position, 1)
                                : position + 1;
            } else {
                position = matcher.end();
            }
            previousEnd = matcher.end();
            if (counts) {
                found.add(new Match(matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
