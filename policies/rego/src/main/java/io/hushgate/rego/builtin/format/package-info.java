/**
 * Writes values into text as Go does, since that is what OPA shows: {@code sprintf} with its verbs
 * and its complaints, quoting, and the part of Go's templates that {@code strings.render_template}
 * offers. Entry point: {@link io.hushgate.rego.builtin.format.Formatting}.
 */
@NullMarked
package io.hushgate.rego.builtin.format;

import org.jspecify.annotations.NullMarked;
