/**
 * Addresses and networks (RFC 4632, RFC 4291), and the functions that reach for the network, which
 * refuse unless the program permits them by name. Entry point: {@link
 * io.hushgate.rego.builtin.net.Cidrs}.
 */
@NullMarked
package io.hushgate.rego.builtin.net;

import org.jspecify.annotations.NullMarked;
