# METADATA
# title: Vault runs in development mode
# description: It is unsealed, keeps everything in memory and has a root token that everybody knows.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/dev-server
# custom:
#   id: VLT-DEV-MODE
#   severity: high
#   confidence: high
#   remedy: Disable server.dev and run with raft storage.
package hushgate.checks.helm.vault_dev

import data.hushgate.place

violation contains result if {
	some [message, at] in dev
	result := {"message": message, "at": at}
}

dev contains [sprintf("%s is true", [setting.key]), place.of(setting)] if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)server\.dev\.enabled$`, setting.key)
	setting.value == "true"
	setting.use != "example"
}

dev contains [sprintf("%s server starts in development mode", [command.program]), place.of(command)] if {
	some command in data.estate.commands
	command.program in {"vault", "bao"}
	command.verbs == ["server"]
	some flag in command.flags
	flag in {"-dev", "--dev"}
	command.subject != "script"
}
