package io.hushgate.core;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was looked at and what could not be.
 *
 * @param artifacts how many artifacts were read to their end
 * @param bytes how many bytes were matched
 * @param commits how many commits were walked
 * @param skipped sorted, without duplicates
 */
public record Coverage(long artifacts, long bytes, long commits, List<Skip> skipped) {
    /** Nothing looked at, nothing skipped. */
    public static final Coverage NONE = new Coverage(0, 0, 0, List.of());

    public Coverage {
        skipped = skipped.stream().sorted().distinct().toList();
    }

    /** Tells whether everything that was asked for was looked at. */
    public boolean isComplete() {
        return skipped.stream().noneMatch(skip -> skip.reason().isIncomplete());
    }

    /** Adds up what two parts of a run looked at. */
    public Coverage plus(Coverage other) {
        return new Coverage(
                artifacts + other.artifacts,
                bytes + other.bytes,
                commits + other.commits,
                Stream.concat(skipped.stream(), other.skipped.stream()).toList());
    }
}
