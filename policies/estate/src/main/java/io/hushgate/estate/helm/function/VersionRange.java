package io.hushgate.estate.helm.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Constraints on a version: alternatives divided by {@code ||}, of conditions that all hold.
 *
 * <pre>
 *   >=1.19-0      a dash lets pre-releases in, which no other condition does
 *   ~1.2   ^1.2   1.x   1.2 - 1.4
 * </pre>
 *
 * <p>Source: documentation of Masterminds/semver 3, "Checking Version Constraints".
 */
public final class VersionRange {
    private static final String VERSION =
            "v?[0-9xX*]+(?:\\.[0-9xX*]+){0,2}(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?";
    private static final Pattern HYPHEN =
            Pattern.compile("(" + VERSION + ")\\s+-\\s+(" + VERSION + ")");
    private static final Pattern CONDITION =
            Pattern.compile("(>=|=>|<=|=<|!=|~>|[=><~^]|)\\s*(" + VERSION + ")[\\s,]*");
    private static final Pattern PARTS =
            Pattern.compile("v?([0-9]+)?(?:\\.([0-9]+))?(?:\\.([0-9]+))?.*");
    private static final int MAX_LENGTH = 256;

    private final List<List<Condition>> alternatives;

    private VersionRange(List<List<Condition>> alternatives) {
        this.alternatives = alternatives;
    }

    /** Parses constraints; empty if they are none. An empty text allows every release. */
    public static Optional<VersionRange> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<List<Condition>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            Optional<List<Condition>> all = conditions(alternative.strip());
            if (all.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(all.get());
        }
        return Optional.of(new VersionRange(alternatives));
    }

    private static Optional<List<Condition>> conditions(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of(condition("", "*")));
        }
        String unfolded = HYPHEN.matcher(text).replaceAll(">=$1 <=$2");
        Matcher matcher = CONDITION.matcher(unfolded);
        List<Condition> all = new ArrayList<>();
        int at = 0;
        while (at < unfolded.length()) {
            matcher.region(at, unfolded.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            all.add(condition(matcher.group(1), matcher.group(2)));
            at = matcher.end();
        }
        return Optional.of(all);
    }

    private static Condition condition(String operator, String version) {
        Matcher parts = PARTS.matcher(version);
        int known = 0;
        StringBuilder bare = new StringBuilder();
        if (parts.matches()) {
            while (known < 3 && parts.group(known + 1) != null) {
                bare.append(known > 0 ? "." : "").append(parts.group(known + 1));
                known++;
            }
        }
        int dash = version.indexOf('-');
        String filled = (known == 0 ? "0" : bare) + (dash < 0 ? "" : version.substring(dash));
        Version bound = Version.parse(filled).orElse(new Version(0, 0, 0, "", "", version));
        return new Condition(operator, bound, known);
    }

    /** Tells whether a version meets all conditions of one alternative. */
    public boolean contains(Version version) {
        return alternatives.stream()
                .anyMatch(all -> all.stream().allMatch(one -> one.holds(version)));
    }

    /**
     * A condition.
     *
     * @param known how many of major, minor and patch are given
     */
    private record Condition(String operator, Version bound, int known) {
        boolean holds(Version version) {
            if (!version.preRelease().isEmpty() && bound.preRelease().isEmpty()) {
                return false;
            }
            return switch (operator) {
                case "", "=" -> isIn(version);
                case "!=" -> !isIn(version);
                case ">" -> prefix(version) > 0;
                case "<" -> version.compareTo(bound) < 0;
                case ">=", "=>" -> version.compareTo(bound) >= 0;
                case "<=", "=<" -> prefix(version) <= 0;
                case "~", "~>" -> version.compareTo(bound) >= 0 && sameUpTo(2, version);
                case "^" -> version.compareTo(bound) >= 0 && sameUpTo(caretParts(), version);
                default -> false;
            };
        }

        private boolean isIn(Version version) {
            return known == 3
                    ? version.compareTo(bound) == 0
                    : version.compareTo(bound) >= 0 && sameUpTo(2, version);
        }

        /** The order by the parts that are given. */
        private int prefix(Version version) {
            if (known == 3) {
                return version.compareTo(bound);
            }
            int major = Long.compare(version.major(), bound.major());
            return known < 2 || major != 0 ? major : Long.compare(version.minor(), bound.minor());
        }

        private boolean sameUpTo(int parts, Version version) {
            int compared = Math.min(parts, known);
            return (compared < 1 || version.major() == bound.major())
                    && (compared < 2 || version.minor() == bound.minor())
                    && (compared < 3 || version.patch() == bound.patch());
        }

        private int caretParts() {
            if (bound.major() > 0) {
                return 1;
            }
            return bound.minor() > 0 ? 2 : 3;
        }
    }
}
