package io.hushgate.core.match;

import io.hushgate.core.Skip;
import java.util.List;

/**
 * What one artifact took.
 *
 * @param bytes how many were read
 * @param skips what was left out, empty for nothing
 */
public record Matched(long bytes, List<Skip> skips) {
    public Matched {
        skips = List.copyOf(skips);
    }
}
