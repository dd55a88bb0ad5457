/**
 * What the stages of one compilation share: the modules being rewritten, the errors found, the
 * names given out. Internal to the compiler; start at {@link
 * io.hushgate.rego.compile.unit.Compilation}.
 */
@NullMarked
package io.hushgate.rego.compile.unit;

import org.jspecify.annotations.NullMarked;
