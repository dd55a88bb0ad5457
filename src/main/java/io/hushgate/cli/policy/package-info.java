/**
 * The Rego tools, {@code hushgate policy}: the names, flags, output shapes and exit codes of opa,
 * so that scripts written for opa keep working.
 */
@NullMarked
package io.hushgate.cli.policy;

import org.jspecify.annotations.NullMarked;
