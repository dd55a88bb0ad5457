/**
 * Decides what a set of Vault policies grants, exactly as the servers do.
 *
 * <p>Knows paths, capabilities and parameters; knows nothing of files or roles. The rules are those
 * of {@code vault/acl.go} and {@code vault/policy.go} of HashiCorp Vault and of their counterparts
 * in OpenBao, and of developer.hashicorp.com/vault/docs/concepts/policies. Entry point: {@link
 * io.hushgate.estate.acl.Acl}.
 */
@NullMarked
package io.hushgate.estate.acl;

import org.jspecify.annotations.NullMarked;
