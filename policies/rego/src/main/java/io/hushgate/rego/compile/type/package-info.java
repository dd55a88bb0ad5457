/**
 * Infers types of rules and variables and finds expressions that can never hold: {@link
 * io.hushgate.rego.compile.type.TypeChecker}. Internal to the compiler.
 */
@NullMarked
package io.hushgate.rego.compile.type;

import org.jspecify.annotations.NullMarked;
