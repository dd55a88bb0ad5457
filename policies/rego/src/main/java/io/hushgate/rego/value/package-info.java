/**
 * Rego values: immutable, hashed, totally ordered, and safe to handle however deeply they nest.
 *
 * <p>Knows nothing of the language, of files or of built-in functions. Undefined is Java's {@code
 * null} and never stands inside a value. Start at {@link io.hushgate.rego.value.Value}; JSON goes
 * in through {@link io.hushgate.rego.value.JsonReader} and out through {@link
 * io.hushgate.rego.value.JsonWriter}.
 */
@NullMarked
package io.hushgate.rego.value;

import org.jspecify.annotations.NullMarked;
