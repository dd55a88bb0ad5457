/**
 * Measures decisions per second on invented documents, and checks the answers against {@code opa}
 * where that is at hand (system property {@code opa.binary}).
 */
@NullMarked
package io.hushgate.rego.bench;

import org.jspecify.annotations.NullMarked;
