/**
 * Rewrites rich expressions into plain ones, one idea a class: nested calls, templates, {@code
 * print}, terms in heads, values of {@code with}. Judges only what it rewrites. Internal to the
 * compiler.
 */
@NullMarked
package io.hushgate.rego.compile.rewrite;

import org.jspecify.annotations.NullMarked;
