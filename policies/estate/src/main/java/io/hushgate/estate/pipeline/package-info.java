/**
 * Reads pipelines of continuous integration systems: who starts them, what they may do, what they
 * are given, and the commands of their steps.
 *
 * <p>Evaluates no expression and follows no include. Entry point: {@link
 * io.hushgate.estate.pipeline.PipelineReader}.
 */
@NullMarked
package io.hushgate.estate.pipeline;

import org.jspecify.annotations.NullMarked;
