/**
 * Git repositories: what is staged, what a range of commits adds, and whole histories, each blob
 * once. Everything is read from the files of the repository by readers of our own; no git binary,
 * hook, filter, alias or include runs, of the configuration only the storage format is read, and
 * nothing is written. Start at {@link io.hushgate.source.git.GitRepository}.
 */
@NullMarked
package io.hushgate.source.git;

import org.jspecify.annotations.NullMarked;
