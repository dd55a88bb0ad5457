# METADATA
# title: A private key may be read by others than its owner
# description: >-
#   Every process of the container, or every account of the machine, reads the key; ssh refuses to
#   use it. The rights are those of the file in the layer, or in a directory that is no repository.
# related_resources:
# - https://man.openbsd.org/ssh#FILES
# custom:
#   id: CFG-KEY-MODE
#   severity: medium
#   confidence: high
#   remedy: Take the rights away with chmod 0400, and replace the key where others were there to read it.
package hushgate.checks.repository.key_mode

import data.hushgate.findings

violation contains result if {
	some finding in input.findings
	is_key(finding.rule)
	some spot in finding.places
	who := readers(spot.mode)
	result := {
		"message": sprintf("%s has mode %s: %s may read it", [finding.title, spot.mode, who]),
		"at": findings.at(finding, spot),
	}
}

is_key(rule) if {
	contains(rule, "private-key")
	not contains(rule, "encrypted")
}

# The digits of group and others; four is the right to read.
readers(mode) := "everybody" if regex.match(`[4-7]$`, mode)

readers(mode) := "the group" if regex.match(`[4-7][0-3]$`, mode)
