# METADATA
# title: A database is reached without TLS
# description: Password and data cross the network readable.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-SSL-OFF
#   severity: medium
#   confidence: medium
#   remedy: Enable ssl and give the certificate authority.
package hushgate.checks.harness.ssl_off

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)databases?\.[\w-]+\.ssl\.enabled$`, setting.key)
	setting.value == "false"
	setting.use == "override"
	database := regex.replace(setting.key, `\.ssl\.enabled$`, "")
	installed := regex.replace(database, `databases`, "database")
	count([other | some other in data.estate.chart_settings; other.at.file == setting.at.file; other.key == sprintf("%s.installed", [installed]); other.value == "true"]) == 0
	result := {"message": sprintf("%s is false", [setting.key]), "at": place.of(setting)}
}
