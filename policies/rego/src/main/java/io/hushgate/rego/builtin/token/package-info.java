/**
 * JSON Web Tokens (RFC 7515 to 7519): decoding, verifying and signing. Which algorithm is used is
 * never the token's choice alone: it must fit the key. Entry point: {@link
 * io.hushgate.rego.builtin.token.Jwts}.
 */
@NullMarked
package io.hushgate.rego.builtin.token;

import org.jspecify.annotations.NullMarked;
