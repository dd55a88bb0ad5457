package io.hushgate.core;

import java.util.List;

/**
 * How a credential lives in a repository's history.
 *
 * @param first the oldest commit that holds it, by commit time, then id
 * @param last the youngest commit that still holds or last held it
 * @param paths every path it lay at, sorted
 * @param inHead whether the commit at {@code HEAD} holds it
 * @param refs the branches and tags whose tip holds it, sorted; empty when no tip does
 */
public record Attribution(
        CommitInfo first, CommitInfo last, List<String> paths, boolean inHead, List<String> refs) {
    public Attribution {
        paths = List.copyOf(paths);
        refs = List.copyOf(refs);
    }
}
