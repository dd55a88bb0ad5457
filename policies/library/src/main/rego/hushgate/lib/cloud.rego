# METADATA
# description: Keys of clouds, and what uses them.
package hushgate.cloud

import data.hushgate.text

rotates(resource) if {
	resource.type == "google_kms_crypto_key"
	resource.settings.rotation_period
}

rotates(resource) if {
	resource.type == "aws_kms_key"
	resource.settings.enable_key_rotation == "true"
}

# Tells whether a Harness connector encrypts with the key.
is_key_of(resource, connector) if {
	connector.type == "GcpKms"
	resource.type == "google_kms_crypto_key"
	text.is_known(resource.settings.name)
	resource.settings.name == connector.settings.keyName
}

is_key_of(resource, connector) if {
	connector.type == "AwsKms"
	resource.type == "aws_kms_key"
	contains(connector.settings.kmsArn, resource.name)
}
