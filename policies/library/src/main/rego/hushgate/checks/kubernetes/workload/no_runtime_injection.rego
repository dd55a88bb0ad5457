# METADATA
# title: A workload reads a Secret that lies in the repository
# description: What is written by hand is neither rotated nor audited by a store.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-NO-RUNTIME-INJECTION
#   severity: info
#   confidence: low
#   remedy: >-
#     Let an operator of the secret store make the Secret, or fetch the value when the process
#     starts.
package hushgate.checks.kubernetes.workload.no_runtime_injection

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some _, indexes in reads
	ref := data.estate.secret_refs[min(indexes)]
	written := {object |
		some object in kubernetes.secrets[ref.secret]
		candidate := data.estate.secret_objects[object]
		candidate.source == "manifest"
		kubernetes.same_namespace(candidate.namespace, ref.namespace)
		some key in candidate.keys
		key.value == "literal"
	}
	secret := data.estate.secret_objects[min(written)]
	result := {
		"message": sprintf("%s reads Secret %s, which is written in a manifest", [ref.subject, ref.secret]),
		"at": place.of(ref),
		"related": [{"at": place.of(secret), "message": "the manifest"}],
	}
}

# A workload that reads ten keys of a Secret is told once.
reads[reader] contains index if {
	some index, ref in data.estate.secret_refs
	ref.via in {"env", "env-from", "volume", "projected"}
	reader := [ref.at.file, ref.namespace, ref.subject, ref.secret]
}
