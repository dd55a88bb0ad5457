/**
 * Checks that only look: each finds one kind of mistake and changes nothing. Internal to the
 * compiler.
 */
@NullMarked
package io.hushgate.rego.compile.check;

import org.jspecify.annotations.NullMarked;
