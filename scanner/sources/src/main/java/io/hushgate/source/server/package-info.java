/**
 * Asking a server that the user named: over TLS with certificates checked, without following
 * redirects, bounded in time and bytes. Knows nothing of what is asked. Entry point: {@link
 * io.hushgate.source.server.ServerClient}.
 */
@NullMarked
package io.hushgate.source.server;

import org.jspecify.annotations.NullMarked;
