package io.hushgate.core.match;

import io.hushgate.core.Limits;
import java.time.Instant;

/**
 * How to match.
 *
 * @param now when tokens that say so are expired
 * @param everything deliver also what is no credential (placeholders, references, samples), to
 *     explain why it was not reported
 */
public record MatchOptions(Limits limits, Instant now, boolean everything) {}
