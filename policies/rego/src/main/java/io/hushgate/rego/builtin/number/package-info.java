/**
 * Calculates: exact integers of any size, floating point of the width and rounding that OPA has,
 * bits, aggregates over collections of numbers, and numbers with units. Says also which texts are
 * numbers. Entry point: {@link io.hushgate.rego.builtin.number.Arithmetic}.
 */
@NullMarked
package io.hushgate.rego.builtin.number;

import org.jspecify.annotations.NullMarked;
