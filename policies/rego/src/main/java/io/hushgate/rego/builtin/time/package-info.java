/**
 * Points in time in nanoseconds, their calendar, and Go's layouts for reading and writing them.
 * Entry point: {@link io.hushgate.rego.builtin.time.Times}.
 */
@NullMarked
package io.hushgate.rego.builtin.time;

import org.jspecify.annotations.NullMarked;
