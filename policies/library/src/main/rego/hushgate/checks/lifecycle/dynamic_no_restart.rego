# METADATA
# title: Dynamic credentials end before anybody fetches new ones
# description: A process that reads them at its start loses its database when they end.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/databases
# custom:
#   id: LIF-DYN-TTL-NO-RESTART
#   severity: medium
#   confidence: low
#   remedy: Restart the workload on a schedule below the lifetime, or let an agent renew.
package hushgate.checks.lifecycle.dynamic_no_restart

import data.hushgate.place

violation contains result if {
	some database in data.estate.loader_databases
	database.dynamic == true
	database.enabled == true
	restarts := [workload |
		some workload in data.estate.workloads
		workload.kind == "CronJob"
		regex.match(`(?i)restart|rollout|rotate`, workload.name)
	]
	count(restarts) == 0
	result := {"message": sprintf("database %s gets dynamic credentials and nothing restarts its readers", [database.name]), "at": place.of(database)}
}
