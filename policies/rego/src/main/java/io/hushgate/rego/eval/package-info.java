/**
 * Runs rewritten Rego: the machine that closures of the packages {@code term}, {@code body} and
 * {@code document} run on, and the limits it runs within.
 *
 * <p>A rule is a chain of {@link io.hushgate.rego.eval.Step steps} over a {@link
 * io.hushgate.rego.eval.Frame}: a step that can hold in several ways calls what follows it once for
 * each way, and what follows answers whether to go on. Which variable is bound where is decided
 * when {@code lower} builds the chain, never while it runs. Nothing here knows source text; nothing
 * outside of {@code io.hushgate.rego} should need these types, the entry point is {@code
 * io.hushgate.rego.Rego}.
 */
@NullMarked
package io.hushgate.rego.eval;

import org.jspecify.annotations.NullMarked;
