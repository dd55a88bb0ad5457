# METADATA
# description: Leaked credentials as the checks see them, without their values.
package hushgate.findings

# Places that a complaint names beside its own.
most_places := 20

# A place of a finding, as sure as the finding.
at(finding, spot) := {
	"file": spot.file,
	"line": spot.line,
	"column": spot.column,
	"confidence": finding.confidence,
}
