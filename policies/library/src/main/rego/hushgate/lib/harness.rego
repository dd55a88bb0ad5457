# METADATA
# description: How connectors and secrets of Harness refer to each other.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
package hushgate.harness

# Connectors that keep secrets.
is_manager(connector) if {
	connector.type in {
		"Vault", "AwsKms", "AwsSecretManager", "GcpKms", "GcpSecretManager", "AzureKeyVault",
		"CustomSecretManager", "Local",
	}
}

is_builtin(reference) if regex.match(`^((account|org)\.)?harnessSecretManager(GlobalV2)?$`, reference)

# Entities by the identifier without its scope: positions in the facts.
secrets[secret.identifier] contains index if some index, secret in data.estate.harness_secrets

managers[connector.identifier] contains index if {
	some index, connector in data.estate.harness_connectors
	is_manager(connector)
}

# A reference is account.x, org.x or, in the own scope, x.
bare(reference) := regex.replace(reference, `^(account|org)\.`, "")

scope(_, reference) := split(reference, ".")[0] if contains(reference, ".")

scope(entity, reference) := entity.scope if not contains(reference, ".")

# The secrets that a reference of an entity means.
secrets_of(entity, reference) := {index |
	some index in object.get(secrets, bare(reference), set())
	data.estate.harness_secrets[index].scope == scope(entity, reference)
}

# Tells whether a reference written in the entity means the connector.
is_same(entity, reference, connector) if {
	bare(reference) == connector.identifier
	scope(entity, reference) == connector.scope
}

# From each manager to the managers that keep its credential.
chain[index] := {other |
	connector := data.estate.harness_connectors[index]
	some reference in connector.secret_refs
	some number in secrets_of(connector, reference)
	secret := data.estate.harness_secrets[number]
	some other in object.get(managers, bare(secret.manager), set())
	is_same(secret, secret.manager, data.estate.harness_connectors[other])
} if {
	some index, connector in data.estate.harness_connectors
	is_manager(connector)
}

# Tells whether some manager logs in with the secret.
opens_manager(secret) if {
	some connector in data.estate.harness_connectors
	is_manager(connector)
	some reference in connector.secret_refs
	bare(reference) == secret.identifier
}
