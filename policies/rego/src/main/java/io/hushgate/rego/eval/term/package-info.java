/**
 * Closures that yield the value of a term: constants, variables, look-ups, literals, calls and
 * comprehensions. Each class is one idea; none holds state of an evaluation, so a program is shared
 * between threads.
 */
@NullMarked
package io.hushgate.rego.eval.term;

import org.jspecify.annotations.NullMarked;
