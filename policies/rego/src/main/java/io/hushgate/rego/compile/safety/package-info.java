/**
 * Decides in which order the expressions of a body can be evaluated, and which variables no order
 * makes safe: {@link io.hushgate.rego.compile.safety.BodyOrder}. Internal to the compiler.
 */
@NullMarked
package io.hushgate.rego.compile.safety;

import org.jspecify.annotations.NullMarked;
