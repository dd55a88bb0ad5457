/**
 * Reads configuration files into the values that conftest's parsers give, so that policies written
 * for conftest see the input they expect. Does not look for files and judges nothing. Enter at
 * {@link io.hushgate.cli.policy.input.InputFormat}.
 */
@NullMarked
package io.hushgate.cli.policy.input;

import org.jspecify.annotations.NullMarked;
