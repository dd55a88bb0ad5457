/**
 * Writes modules in the layout of {@code opa fmt}: tabs, one expression a line, lists broken where
 * their author broke them, all comments kept. What comes out means what went in: a statement whose
 * comments have no place in that layout stays as it was written. Start at {@link
 * io.hushgate.rego.format.Formatter}.
 */
@NullMarked
package io.hushgate.rego.format;

import org.jspecify.annotations.NullMarked;
