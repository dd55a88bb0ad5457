package io.hushgate.rego.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code data} that a bundle owns: paths with {@code /}, where the empty path owns
 * everything.
 *
 * @param paths without slashes at either end
 */
public record Roots(List<String> paths) {
    /** What a bundle owns that names nothing. */
    public static final Roots ALL = new Roots(List.of(""));

    public Roots {
        List<String> trimmed = new ArrayList<>();
        for (String path : paths) {
            trimmed.add(trim(path));
        }
        paths = List.copyOf(trimmed);
    }

    private static String trim(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** Whether a place in {@code data}, with {@code /} between its keys, is within. */
    public boolean own(String place) {
        for (String path : paths) {
            if (isWithin(place, path)) {
                return true;
            }
        }
        return false;
    }

    /** A path of these that is within one of the others or holds it, or null. */
    @Nullable String overlap(Roots others) {
        for (String mine : paths) {
            for (String theirs : others.paths) {
                if (isWithin(mine, theirs) || isWithin(theirs, mine)) {
                    return mine.length() >= theirs.length() ? mine : theirs;
                }
            }
        }
        return null;
    }

    private static boolean isWithin(String place, String root) {
        return root.isEmpty() || place.equals(root) || place.startsWith(root + "/");
    }
}
