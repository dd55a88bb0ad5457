package io.hushgate.estate.kustomize;

import java.util.Optional;

/** Where a build gets its files from. */
@FunctionalInterface
public interface FileTree {
    /**
     * The content of a file; empty if there is none, or none that may be read.
     *
     * @param path from the root of the tree, with {@code /} and without {@code ..}
     */
    Optional<byte[]> file(String path);
}
