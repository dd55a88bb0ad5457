/**
 * Findings and violations that somebody accepted: one line each in a file beside the code, by what
 * was found and never by its position, with a reason, an owner and an end. Whether the gate opens
 * is decided elsewhere; here an acceptance is matched to what was found, and one that expired, that
 * nothing needs any more, that is too wide or that covers a value which another took the place of
 * is told. Begin at {@link io.hushgate.baseline.Baseline}.
 */
@NullMarked
package io.hushgate.baseline;

import org.jspecify.annotations.NullMarked;
