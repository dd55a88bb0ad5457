/**
 * Random policies and documents, judged by this engine and by {@code opa} side by side. Runs where
 * the system property {@code opa.binary} names an {@code opa}; every disagreement ever found is a
 * regression test.
 */
@NullMarked
package io.hushgate.rego.differential;

import org.jspecify.annotations.NullMarked;
