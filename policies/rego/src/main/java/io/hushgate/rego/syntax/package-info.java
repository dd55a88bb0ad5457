/**
 * Reads Rego: text to tokens to syntax tree, for modules, queries and single terms.
 *
 * <p>Accepts what OPA 1.20 accepts, in version 1 and in version 0 syntax, and reports errors in its
 * words and at its places; one bad rule does not hide the errors of the next one. Time is linear in
 * the text but for nesting, and nesting is limited. Nothing here resolves names or checks meaning.
 * Start at {@link io.hushgate.rego.syntax.Parser}.
 */
@NullMarked
package io.hushgate.rego.syntax;

import org.jspecify.annotations.NullMarked;
