/**
 * Other spellings of bytes and texts: base64, hexadecimal, URL queries, UUIDs. Entry point: {@link
 * io.hushgate.rego.builtin.encoding.Encodings}.
 */
@NullMarked
package io.hushgate.rego.builtin.encoding;

import org.jspecify.annotations.NullMarked;
