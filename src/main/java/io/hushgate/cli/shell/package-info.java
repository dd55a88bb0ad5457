/**
 * What a shell and {@code man} know of the program, made from the definitions of the commands, so
 * that they cannot differ from what is parsed. Holds no text of its own about any command. Start at
 * {@link io.hushgate.cli.shell.CompletionCommand} and {@link io.hushgate.cli.shell.ManualCommand}.
 */
@NullMarked
package io.hushgate.cli.shell;

import org.jspecify.annotations.NullMarked;
