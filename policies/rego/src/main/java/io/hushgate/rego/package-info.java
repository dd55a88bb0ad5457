/**
 * The Rego language from text to answer: modules and data are put together in {@link
 * io.hushgate.rego.Rego}, compiled to a {@link io.hushgate.rego.Program}, and asked about inputs
 * through an {@link io.hushgate.rego.Evaluation} or a {@link io.hushgate.rego.Query}. Knows nothing
 * of secrets, and needs neither {@code opa} nor a network; usable alone.
 *
 * <p>Behaves as OPA does, errors and their texts included, and is held to that by OPA's own
 * conformance cases. Packages inside: {@code syntax} reads text into {@code ast}, {@code compile}
 * judges and rewrites it, {@code eval} runs it over {@code value}s with {@code builtin}s; {@code
 * load} reads files and bundles, {@code test} runs tests, {@code format} prints modules, {@code
 * watch} measures coverage.
 */
@NullMarked
package io.hushgate.rego;

import org.jspecify.annotations.NullMarked;
