# METADATA
# title: A SecretProviderClass copies secrets into Kubernetes Secrets
# description: >-
#   The copy lies in etcd and is readable by everybody who may read Secrets, which the driver
#   was to avoid.
# related_resources:
# - https://secrets-store-csi-driver.sigs.k8s.io/topics/best-practices
# custom:
#   id: CSI-SYNC
#   severity: medium
#   confidence: high
#   remedy: Mount the volume and drop secretObjects.
package hushgate.checks.operator.csi_sync

import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	store.kind == "SecretProviderClass"
	store.copies == true
	result := {"message": sprintf("SecretProviderClass %s makes Secrets", [store.name]), "at": place.of(store)}
}
