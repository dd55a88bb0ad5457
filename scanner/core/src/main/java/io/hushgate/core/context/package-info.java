/**
 * Judges values that have no shape of their own by what stands around them: reads an assignment in
 * whatever notation, splits its name into words, and scores name, notation and value together with
 * weights that were learned from labelled cases and lie in a file beside the code. Start at {@link
 * io.hushgate.core.context.AssignmentReader} and {@link io.hushgate.core.context.GenericJudge}.
 */
@NullMarked
package io.hushgate.core.context;

import org.jspecify.annotations.NullMarked;
