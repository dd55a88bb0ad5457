/**
 * Measures the engine on the shipped policies: cold, and warm beside {@code opa}. No test; run by
 * the programs of {@code src/bench}.
 */
@NullMarked
package io.hushgate.library.bench;

import org.jspecify.annotations.NullMarked;
