/** The contract of decision engines kept by compiled policies, and what bundles may do wrong. */
@NullMarked
package io.hushgate.rego.wasm;

import org.jspecify.annotations.NullMarked;
