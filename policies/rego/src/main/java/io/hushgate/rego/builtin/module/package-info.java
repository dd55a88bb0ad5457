/**
 * Rego about Rego: modules as documents, in the shape that {@code opa parse --format json} prints.
 * The one place where built-in functions know syntax. Entry point: {@link
 * io.hushgate.rego.builtin.module.ParseModule}.
 */
@NullMarked
package io.hushgate.rego.builtin.module;

import org.jspecify.annotations.NullMarked;
