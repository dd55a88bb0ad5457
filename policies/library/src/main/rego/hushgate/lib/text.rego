# METADATA
# description: Names and words as facts carry them.
package hushgate.text

import data.hushgate.limits

# Tells whether the text is what runs, not a template or placeholder for it.
is_known(text) if {
	text != ""
	not regex.match(`[$<>{}]|\(\(`, text)
}

# Tells whether a name is that of a secret and not of something around one.
names_secret(name) if {
	regex.match(limits.secret_name, name)
	not regex.match(limits.public_name, name)
}

# Tells whether a build gets a secret as a file that no layer keeps: --secret id=NAME,src=FILE.
mounts_secret(command, setting) if {
	command.program in {"docker", "podman", "buildah"}
	setting.name == "--secret"
}

# The environments that the words of a path or name stand for.
environments(name) := {environment |
	some word in regex.split(`[^a-z0-9]+`, lower(name))
	some environment, words in limits.environments
	word in words
}
