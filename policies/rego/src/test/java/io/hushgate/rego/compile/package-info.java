/** Judges the compiler by OPA's verdicts and by examples of each rule it enforces. */
@NullMarked
package io.hushgate.rego.compile;

import org.jspecify.annotations.NullMarked;
