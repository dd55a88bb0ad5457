/**
 * Rego's built-in functions: what each is called, takes and yields, and what it does.
 *
 * <p>Knows values and types, but neither syntax nor evaluation: whatever a function needs from the
 * query that runs it comes through {@link io.hushgate.rego.builtin.BuiltinContext}. Entry point:
 * {@link io.hushgate.rego.builtin.Builtins#standard()}.
 */
@NullMarked
package io.hushgate.rego.builtin;

import org.jspecify.annotations.NullMarked;
