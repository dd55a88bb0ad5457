/**
 * Policies that {@code opa build -t wasm} compiled, behind the interface of decision engines.
 *
 * <p>Knows OPA's bundles and the runtime that executes them, nothing of Rego itself: what was not
 * made an entry point when the bundle was built cannot be asked. A module of its own, so that the
 * runtime and its Jackson 2 are on the class path of those who want them only. Entry point: {@link
 * io.hushgate.rego.wasm.WasmEngine}.
 */
@NullMarked
package io.hushgate.rego.wasm;

import org.jspecify.annotations.NullMarked;
