# METADATA
# description: Where a complaint points at.
package hushgate.place

# The place of a fact as a whole.
of(fact) := {"file": fact.at.file, "line": fact.at.line, "column": fact.at.column, "confidence": fact.at.confidence}

# The place of a part of a fact: a stanza, a rule, a subject.
inside(fact, part) := {
	"file": fact.at.file,
	"line": part.line,
	"column": part.column,
	"confidence": fact.at.confidence,
}

# The place of the first of these settings that was written, or that of the fact.
setting(fact, names) := {
	"file": fact.at.file,
	"line": lines[0],
	"column": 1,
	"confidence": fact.at.confidence,
} if {
	lines := [line | some name in names; line := fact.lines[name]]
	count(lines) > 0
} else := of(fact)
