# METADATA
# title: A key lies beside what it opens
# description: >-
#   Whoever reads the repository reads what is encrypted in it. Keys of age and OpenPGP are matched with
#   the recipients that a file names, which is exact; for Ansible Vault, git-crypt and Sealed Secrets it
#   counts that both are there.
# related_resources:
# - https://getsops.io/docs
# - https://github.com/bitnami-labs/sealed-secrets
# - https://docs.ansible.com/ansible/latest/vault_guide/index.html
# custom:
#   id: ENC-KEY-IN-REPO
#   severity: critical
#   confidence: high
#   remedy: >-
#     Make a new key, encrypt every file again to it, and rotate what the files hold: the history keeps
#     both halves for good.
package hushgate.checks.repository.key_in_repo

import data.hushgate.findings
import data.hushgate.place

# Files that a message names; the others are counted.
most_named := 3

violation contains result if {
	some finding in input.findings
	recipient := finding.holder
	recipient != ""
	opened := [file | some file in data.estate.encrypted_files; names(file, recipient)]
	count(opened) > 0
	result := {
		"message": sprintf("the key of %s opens %s", [recipient, files(opened)]),
		"at": findings.at(finding, finding.places[0]),
		"related": related(opened),
	}
}

violation contains result if {
	some key in data.estate.decryption_keys
	opened := [file | some file in data.estate.encrypted_files; file.tool == key.tool]
	count(opened) > 0
	result := {
		"message": sprintf("a key of %s lies in one repository with what it opens: %s", [key.tool, files(opened)]),
		"at": object.union(place.of(key), {"confidence": "medium"}),
		"related": related(opened),
	}
}

names(file, recipient) if recipient in file.recipients

# SOPS also takes the last digits of a fingerprint.
names(file, recipient) if {
	startswith(recipient, "pgp:")
	some named in file.recipients
	startswith(named, "pgp:")
	count(named) >= 20
	endswith(recipient, substring(named, 4, -1))
}

files(opened) := concat(", ", named) if {
	named := sort({file.at.file | some file in opened})
	count(named) <= most_named
}

files(opened) := sprintf("%s and %d more files", [concat(", ", array.slice(named, 0, most_named)), count(named) - most_named]) if {
	named := sort({file.at.file | some file in opened})
	count(named) > most_named
}

related(opened) := [{"at": place.of(file), "message": sprintf("encrypted by %s", [file.tool])} |
	some file in array.slice(opened, 0, findings.most_places)
]
