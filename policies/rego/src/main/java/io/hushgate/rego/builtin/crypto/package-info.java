/**
 * Digests, message authentication codes, keys and X.509 certificates, all by the JDK's providers;
 * reads PEM and DER only as far as the JDK does not. Entry point: {@link
 * io.hushgate.rego.builtin.crypto.X509}.
 */
@NullMarked
package io.hushgate.rego.builtin.crypto;

import org.jspecify.annotations.NullMarked;
