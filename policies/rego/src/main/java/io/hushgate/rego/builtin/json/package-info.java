/**
 * JSON and YAML as text, paths and patches into documents, and JSON schemas. Parsing itself is
 * {@code io.hushgate.rego.value}'s. Entry point: {@link
 * io.hushgate.rego.builtin.json.JsonFunctions}.
 */
@NullMarked
package io.hushgate.rego.builtin.json;

import org.jspecify.annotations.NullMarked;
