package io.hushgate.report.history;

import io.hushgate.report.Report;
import io.hushgate.report.picture.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one page tells: the targets that were looked at, those that could not be, and what earlier
 * runs knew.
 *
 * @param title of the page; a name that people gave, or empty
 * @param time when it was looked; ages count back from here
 * @param targets at least one, or at least one in {@code unreached}
 * @param unreached targets of which nothing was learnt
 * @param history empty lists where there is none
 * @param access who reaches which secret, where rights were read
 */
public record Audit(
        String title,
        Instant time,
        List<Target> targets,
        List<Unreached> unreached,
        AuditHistory history,
        Optional<Picture> access) {
    public Audit {
        targets = List.copyOf(targets);
        unreached = List.copyOf(unreached);
        if (targets.isEmpty() && unreached.isEmpty()) {
            throw new IllegalArgumentException("an audit has targets");
        }
    }

    /**
     * What a run told of one target.
     *
     * @param name as the inventory has it; empty where it is the only one and needs none
     */
    public record Target(String name, Report report) {}

    /**
     * A target that could not be looked at.
     *
     * @param problem why, and what to do about it, one sentence
     */
    public record Unreached(String name, String problem) {}

    /** A single run without a past. */
    public static Audit of(Report report) {
        return of("", report);
    }

    /** A single run without a past, under the name of what was looked at. */
    public static Audit of(String title, Report report) {
        return new Audit(
                title,
                report.time().ended(),
                List.of(new Target("", report)),
                List.of(),
                AuditHistory.NONE,
                Optional.empty());
    }

    /** The same with a picture of who reaches what. */
    public Audit withAccess(Picture picture) {
        return new Audit(title, time, targets, unreached, history, Optional.of(picture));
    }
}
