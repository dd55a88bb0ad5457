/**
 * Rego's built-in functions: what each is called, takes and yields, and what it does.
 *
 * <p>Knows values and types, but not evaluation, and syntax in {@code module} alone: whatever a
 * function needs from the query that runs it comes through {@link
 * io.hushgate.rego.builtin.BuiltinContext}. The functions are in packages by what they know; here
 * is what they have in common, and those that look at any value or at the query itself. Entry
 * point: {@link io.hushgate.rego.builtin.Builtins#standard()}.
 */
@NullMarked
package io.hushgate.rego.builtin;

import org.jspecify.annotations.NullMarked;
