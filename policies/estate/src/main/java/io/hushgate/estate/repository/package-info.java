/**
 * Reads files that say something by being in a repository: owners, ignore files, states, backups.
 *
 * <p>Judges by name first; opens only what has lines to tell. Entry point: {@link
 * io.hushgate.estate.repository.RepositoryFiles}.
 */
@NullMarked
package io.hushgate.estate.repository;

import org.jspecify.annotations.NullMarked;
