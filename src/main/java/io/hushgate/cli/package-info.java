/**
 * The command line: options in, exit codes out. Parses, calls {@link io.hushgate.run}, prints.
 * Every complaint about what the user gave is one line with place, what and remedy.
 */
@NullMarked
package io.hushgate.cli;

import org.jspecify.annotations.NullMarked;
