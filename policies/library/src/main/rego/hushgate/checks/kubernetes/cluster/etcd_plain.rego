# METADATA
# title: Secrets lie unencrypted in the cluster's database
# description: >-
#   The first provider writes: with identity first, a copy of etcd or of its backup is every
#   Secret in the clear.
# related_resources:
# - https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data
# custom:
#   id: K8S-ETCD-PLAIN
#   severity: high
#   confidence: high
#   remedy: Put a KMS provider first and write all Secrets anew.
package hushgate.checks.kubernetes.cluster.etcd_plain

import data.hushgate.place

violation contains result if {
	some config in data.estate.etcd_encryptions
	some resource in config.resources
	resource in {"secrets", "*.*", "*."}
	config.providers[0] == "identity"
	result := {"message": "identity is the first provider for secrets", "at": place.of(config)}
}
