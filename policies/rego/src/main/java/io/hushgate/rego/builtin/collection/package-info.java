/**
 * Works on arrays, sets and objects: building, comparing, walking, and following the edges of a
 * graph given as an object. What values stand in them does not matter here. Entry point: {@link
 * io.hushgate.rego.builtin.collection.ObjectFunctions}.
 */
@NullMarked
package io.hushgate.rego.builtin.collection;

import org.jspecify.annotations.NullMarked;
