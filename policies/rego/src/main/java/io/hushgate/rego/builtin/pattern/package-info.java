/**
 * Regular expressions as RE2 understands them, in linear time, and globs as OPA does. Patterns are
 * compiled once and remembered by {@link io.hushgate.rego.builtin.BuiltinContext}. Entry point:
 * {@link io.hushgate.rego.builtin.pattern.Regexes}.
 */
@NullMarked
package io.hushgate.rego.builtin.pattern;

import org.jspecify.annotations.NullMarked;
