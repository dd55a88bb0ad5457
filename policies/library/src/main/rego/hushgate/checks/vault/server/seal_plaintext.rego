# METADATA
# title: The credential that unseals Vault stands in its configuration
# description: Who reads the file can unseal every copy of the storage.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/configuration/seal
# custom:
#   id: VLT-SEAL-PLAINTEXT
#   severity: high
#   confidence: high
#   remedy: Give the server an identity of the cloud, or the credential by its environment from a store.
package hushgate.checks.vault.server.seal_plaintext

import data.hushgate.place

violation contains result if {
	some block in data.estate.server_blocks
	block.kind in {"seal", "storage"}
	some name, value in block.secrets
	value == "literal"
	result := {"message": sprintf("%s of %s \"%s\" is a value", [name, block.kind, block.label]), "at": place.setting(block, [name])}
}
