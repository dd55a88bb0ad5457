# METADATA
# title: The Harness chart is too old for the secrets loader
# description: >-
#   The chart ignores the loader's values, so that services start with Kubernetes Secrets or not
#   at all.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-CHART-TOO-OLD
#   severity: medium
#   confidence: high
#   remedy: Upgrade to 0.36.0 or later.
package hushgate.checks.harness.chart_too_old

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	some [version, at] in versions
	is_older(version)
	result := {
		"message": sprintf("chart harness is at %s", [version]),
		"at": at,
		"related": [{"at": place.of(connection), "message": "the loader"}],
	}
}

versions contains [release.version, place.of(release)] if {
	some release in data.estate.releases
	release.chart == "harness"
}

versions contains [dependency.version, place.inside(chart, dependency)] if {
	some chart in data.estate.charts
	some dependency in chart.dependencies
	dependency.name == "harness"
}

is_older(version) if {
	semver.is_valid(version)
	semver.compare(version, limits.harness_chart) < 0
}
