# METADATA
# title: The mesh does not demand mutual TLS
# description: Any pod may speak to a service in the clear and in another's name.
# related_resources:
# - https://istio.io/latest/docs/reference/config/security/peer_authentication
# custom:
#   id: TLS-MTLS-OFF
#   severity: medium
#   confidence: high
#   remedy: Set the mode to STRICT.
package hushgate.checks.kubernetes.cluster.mtls_off

import data.hushgate.place

violation contains result if {
	some peer in data.estate.peer_authentications
	upper(peer.mode) in {"PERMISSIVE", "DISABLE"}
	result := {"message": sprintf("PeerAuthentication %s is %s", [peer.name, peer.mode]), "at": place.of(peer)}
}
