# METADATA
# title: A secret is written on a command line
# description: >-
#   The script keeps it in the repository, the shell in its history, and the node shows it to
#   every process.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/commands
# custom:
#   id: SH-SECRET-ON-CLI
#   severity: high
#   confidence: medium
#   remedy: Rotate it and pass a file, standard input or a variable of the pipeline's secret store.
package hushgate.checks.shell.secret_on_cli

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	not is_local(command.program)
	some setting in command.settings
	setting.value == "literal"
	not text.mounts_secret(command, setting)
	speaks_of_secret(command, setting)
	result := {
		"message": sprintf("%s gets %s as a literal", [concat(" ", array.concat([command.program], command.verbs)), setting.name]),
		"at": place.inside(command, setting),
	}
}

# These keep their arguments to the shell's own process; the value is a finding of the credential rules.
is_local(program) if program in {"echo", "printf", "export", "declare", "set", "env"}

speaks_of_secret(_, setting) if text.names_secret(setting.name)

speaks_of_secret(_, setting) if setting.name in {"userinfo", "--user", "--header"}

speaks_of_secret(command, _) if {
	command.program in {"vault", "bao"}
	command.verbs == ["kv", "put"]
}
