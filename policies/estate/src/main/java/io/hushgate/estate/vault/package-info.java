/**
 * Reads what Vault and OpenBao are told: policy texts, requests of their API in whatever dress, and
 * the configuration files of bank-vaults and vault-config-operator.
 *
 * <p>Entry points: {@link io.hushgate.estate.vault.PolicyText} and {@link
 * io.hushgate.estate.vault.ApiRequest}.
 */
@NullMarked
package io.hushgate.estate.vault;

import org.jspecify.annotations.NullMarked;
