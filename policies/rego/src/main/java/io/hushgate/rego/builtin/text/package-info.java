/**
 * What is done with strings as such: searching, splitting, replacing, trimming, comparing versions.
 * Strings are sequences of code points here, never of UTF-16 units; layouts and patterns have
 * packages of their own. Entry point: {@link io.hushgate.rego.builtin.text.Strings}.
 */
@NullMarked
package io.hushgate.rego.builtin.text;

import org.jspecify.annotations.NullMarked;
