/**
 * What a Rego term can be: the types that built-in functions declare and that the type checker
 * infers.
 *
 * <p>Only the shapes, their text and their JSON; inference and checking are the compiler's. Entry
 * point: {@link io.hushgate.rego.type.RegoType}.
 */
@NullMarked
package io.hushgate.rego.type;

import org.jspecify.annotations.NullMarked;
