package io.hushgate.baseline;

import io.hushgate.core.Fingerprint;
import io.hushgate.core.Suppression;
import io.hushgate.report.Complaints;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One line of a baseline.
 *
 * @param check the rule or policy check, for people; a credential is matched by its fingerprint
 *     under any rule, since rules get better names
 * @param fingerprint of the credential, or of the violation ({@link Complaints})
 * @param historic whether only the past of a repository holds it, so that a look at the files as
 *     they are now cannot tell that it is gone
 * @param path a glob over {@link Anchor#path}: where it is accepted
 */
record Acceptance(
        String check,
        Fingerprint fingerprint,
        boolean historic,
        String path,
        Suppression suppression,
        int line)
        implements Comparable<Acceptance> {
    private static final Comparator<Acceptance> ORDER =
            Comparator.comparing(Acceptance::check)
                    .thenComparing(Acceptance::fingerprint)
                    .thenComparing(Acceptance::path)
                    .thenComparing(acceptance -> acceptance.suppression().owner())
                    .thenComparing(acceptance -> acceptance.suppression().reason());

    /** The line number of an acceptance that is not written down yet. */
    static final int NEW = 0;

    /** A glob that matches one file and no other. */
    static String glob(String path) {
        return path.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    }

    boolean covers(String file) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + path).matches(Path.of(file));
        } catch (InvalidPathException e) {
            return false; // an address that is no path, such as a commit's message
        }
    }

    boolean hasExpired(LocalDate today) {
        return suppression.expires().filter(today::isAfter).isPresent();
    }

    /**
     * Whether the glob names no directory and no file: it accepts the value wherever it turns up.
     */
    boolean isWide() {
        return path.chars().noneMatch(Character::isLetterOrDigit);
    }

    @Override
    public int compareTo(Acceptance other) {
        return ORDER.compare(this, other);
    }
}
