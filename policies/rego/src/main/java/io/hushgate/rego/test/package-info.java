/**
 * Runs the tests that policies bring with them, as {@code opa test} does: rules whose name begins
 * with {@code test_}. Says which hold, why the others do not, and which lines no test has reached.
 * Start at {@link io.hushgate.rego.test.TestRunner}.
 */
@NullMarked
package io.hushgate.rego.test;

import org.jspecify.annotations.NullMarked;
