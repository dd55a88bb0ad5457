/**
 * Closures for the parts of a body: checks that hold in one way at most, scans that hold once for
 * each element of a collection, steps that end a body by delivering what it has found, and what
 * they deliver to.
 */
@NullMarked
package io.hushgate.rego.eval.body;

import org.jspecify.annotations.NullMarked;
