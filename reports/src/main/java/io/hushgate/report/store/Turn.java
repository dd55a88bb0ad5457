package io.hushgate.report.store;

/**
 * An issue came into another state.
 *
 * @param item digest of what was last said of it
 */
public record Turn(long run, String target, IssueKey key, State state, String item) {}
