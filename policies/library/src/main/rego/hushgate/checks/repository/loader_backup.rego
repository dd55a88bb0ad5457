# METADATA
# title: A backup of all secrets lies in the repository
# description: The file holds every secret of the installation by service.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-BACKUP-JSON-COMMITTED
#   severity: critical
#   confidence: medium
#   remedy: Remove it from the history and rotate what it holds.
package hushgate.checks.repository.loader_backup

import data.hushgate.place

violation contains result if {
	some file in data.estate.repository_files
	file.kind == "loader-backup"
	result := {"message": "a backup of the secrets loader is committed", "at": place.of(file)}
}
