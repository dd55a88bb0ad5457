/**
 * The values that chart templates compute with, as Go's {@code text/template} sees them: nothing,
 * truth, numbers, text, lists, dictionaries and objects with methods.
 *
 * <p>Text that was written in a values file remembers where, see {@link
 * io.hushgate.estate.helm.datum.Leaf}. Entry point: {@link io.hushgate.estate.helm.datum.Datum}.
 */
@NullMarked
package io.hushgate.estate.helm.datum;

import org.jspecify.annotations.NullMarked;
