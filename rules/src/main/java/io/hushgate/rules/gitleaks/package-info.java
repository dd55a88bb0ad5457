/**
 * Runs configurations of gitleaks 8 unchanged: its rules, allowlists, ignore files and baselines,
 * with its notion of a fragment, its decoding passes and its way to count lines and columns. The
 * semantics are those of gitleaks; expressions run in linear time, and what a configuration
 * probably does not mean is said. Reads no files but configurations; start at {@link
 * io.hushgate.rules.gitleaks.GitleaksConfig} and {@link io.hushgate.rules.gitleaks.GitleaksScan}.
 */
@NullMarked
package io.hushgate.rules.gitleaks;

import org.jspecify.annotations.NullMarked;
