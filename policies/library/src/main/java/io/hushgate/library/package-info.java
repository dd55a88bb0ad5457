/**
 * The policies that Hushgate ships, as Rego text and data, and what their METADATA says about each
 * check. The texts lie under {@code src/main/rego} with their tests beside them; the build packs
 * them into one resource. Evaluates nothing. Entry point: {@link io.hushgate.library.Library}.
 */
@NullMarked
package io.hushgate.library;

import org.jspecify.annotations.NullMarked;
