package io.hushgate.estate.tree;

/**
 * How much of a configuration file is read before the reader stops and says so.
 *
 * @param maxChars length of a text; the largest manifest bundles seen are below 3 million
 * @param maxDepth nesting; custom resource definitions reach 40, and the HCL reader's stack holds
 *     200 on 512 KB
 * @param maxNodes nodes of a tree, aliases counted each time they are used, so that nested aliases
 *     cannot multiply
 * @param maxProblems problems kept of one text; a thousand say no more than a hundred
 */
public record Limits(int maxChars, int maxDepth, int maxNodes, int maxProblems) {
    public static final Limits DEFAULT = new Limits(4 << 20, 200, 400_000, 100);

    public Limits {
        if (maxChars < 1 || maxDepth < 1 || maxNodes < 1 || maxProblems < 1) {
            throw new IllegalArgumentException("a limit below 1 reads nothing");
        }
    }

    /** The same limits for texts of another length. */
    public Limits withMaxChars(int other) {
        return new Limits(other, maxDepth, maxNodes, maxProblems);
    }
}
