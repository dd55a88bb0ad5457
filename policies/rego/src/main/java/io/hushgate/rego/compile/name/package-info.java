/**
 * Gives every name its meaning: references become absolute ({@link
 * io.hushgate.rego.compile.name.ReferenceResolution}), declared variables unique ({@link
 * io.hushgate.rego.compile.name.LocalRenaming}). Internal to the compiler.
 */
@NullMarked
package io.hushgate.rego.compile.name;

import org.jspecify.annotations.NullMarked;
