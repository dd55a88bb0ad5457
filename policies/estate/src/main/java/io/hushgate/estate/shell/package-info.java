/**
 * Reads shell scripts for what they tell Vault and Kubernetes.
 *
 * <p>Runs nothing and expands nothing: {@code $NAME} stays as it is written. Splits a script into
 * commands with quoting and here-documents removed, and understands {@code vault}, {@code bao},
 * {@code curl} and {@code kubectl}. Entry point: {@link io.hushgate.estate.shell.ShellReader}.
 */
@NullMarked
package io.hushgate.estate.shell;

import org.jspecify.annotations.NullMarked;
