/**
 * Reads what a Vault or OpenBao server says about its policies, roles and mounts. Only reads, only
 * what is needed to judge access, never a secret; nothing is asked unless the user names a server.
 * Entry point: {@link io.hushgate.source.vault.VaultSource}.
 */
@NullMarked
package io.hushgate.source.vault;

import org.jspecify.annotations.NullMarked;
