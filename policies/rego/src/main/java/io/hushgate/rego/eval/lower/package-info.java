/**
 * Turns compiled rules into closures. Decides, once, what needs no decision while a policy runs:
 * which slot of a frame a variable has, where it is bound and where it is read, whether a reference
 * is looked up or scanned, which rules a document's index can skip. Entry point: {@link
 * io.hushgate.rego.eval.lower.Lowering}.
 *
 * <p>Relies on what {@code io.hushgate.rego.compile} promises about compiled bodies, above all on
 * their order: whatever is read has been bound further left.
 */
@NullMarked
package io.hushgate.rego.eval.lower;

import org.jspecify.annotations.NullMarked;
