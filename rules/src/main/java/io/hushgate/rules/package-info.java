/**
 * Knows what a credential looks like: the shipped catalogue, one YAML file per vendor family, and
 * the files that users add. Reads rule files, holds them to the rules for rules (every rule has
 * examples, counterexamples, a reference and a remedy) and hands the engine a compiled rule set.
 * Finds nothing by itself. Start at {@link io.hushgate.rules.Rules}.
 */
@NullMarked
package io.hushgate.rules;

import org.jspecify.annotations.NullMarked;
