# METADATA
# title: A chart writes a secret into something else than a Secret
# description: >-
#   ConfigMaps and pod specifications are readable by more people than Secrets, and lie in the
#   release as well.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-SECRET-SINK
#   severity: medium
#   confidence: medium
#   remedy: Write it into a Secret and refer to that.
package hushgate.checks.helm.secret_sink

import data.hushgate.place

violation contains result if {
	some use in data.estate.template_uses
	use.kind == "sink"
	use.other in {"ConfigMap", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod", "Ingress"}
	result := {"message": sprintf("%s lands in a %s", [use.value, use.other]), "at": place.of(use)}
}
