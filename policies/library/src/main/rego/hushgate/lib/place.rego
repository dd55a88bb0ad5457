# METADATA
# description: Where a complaint points at.
package hushgate.place

import data.hushgate.limits

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

# The place of a fact that misses something: nobody is sure of that unless all facts of the kind are in sight.
lonely(fact, section) := of(fact) if section in limits.complete

lonely(fact, section) := object.union(of(fact), {"confidence": "low"}) if not section in limits.complete

# The same for a part of a fact.
lonely_part(fact, part, section) := inside(fact, part) if section in limits.complete

lonely_part(fact, part, section) := object.union(inside(fact, part), {"confidence": "low"}) if {
	not section in limits.complete
}
