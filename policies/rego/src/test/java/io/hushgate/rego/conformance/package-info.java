/**
 * OPA's own conformance cases as the judge of the engine. The cases lie outside of the project;
 * where they are absent the tests are skipped. Entry point: {@link
 * io.hushgate.rego.conformance.ConformanceTest}.
 */
@NullMarked
package io.hushgate.rego.conformance;

import org.jspecify.annotations.NullMarked;
