# METADATA
# title: The gate
# description: >-
#   Decides what the build does. input has the findings, the violations, the coverage and the options of the
#   run; verdict.exitCode is 0 (open), 1 (shut) or 3 (incomplete), and 1 wins over 3. Replace this package to
#   decide otherwise.
package hushgate.gate

rank := {"info": 0, "low": 1, "medium": 2, "high": 3, "critical": 4}

sure := {"low": 0, "medium": 1, "high": 2}

# Severity and confidence are two things: bad and unlikely does not shut the gate.
counts(item) if {
	item.suppressed == false
	rank[item.severity] >= rank[input.options.fail_on]
	sure[item.confidence] >= sure[input.options.confidence]
}

findings := [finding | some finding in input.findings; counts(finding)]

violations := [violation | some violation in input.violations; counts(violation)]

# Why the run says nothing about what it was asked for: green without a scan is worse than red.
gaps contains "no rules were loaded" if {
	input.options.leaks
	input.coverage.rules == 0
}

gaps contains "no policies were loaded" if {
	input.options.policies
	input.coverage.policies == 0
}

gaps contains "no commits were walked" if {
	input.options.history
	input.coverage.commits == 0
}

gaps contains "nothing was looked at" if {
	not input.options.staged
	input.coverage.artifacts == 0
}

gaps contains reason if {
	not input.coverage.complete
	missing := count([skip | some skip in input.coverage.skipped; skip.incomplete])
	reason := sprintf("%d %s could not be looked at", [missing, noun(missing, "artifact")])
}

default verdict := {"pass": false, "exitCode": 3, "reason": "the gate came to no decision"}

verdict := {"pass": false, "exitCode": 1, "reason": reason} if {
	count(findings) + count(violations) > 0
	parts := [part |
		some part in [amount(count(findings), "finding"), amount(count(violations), "violation")]
		part != ""
	]
	reason := sprintf("%s at or above %s", [concat(" and ", parts), input.options.fail_on])
} else := {"pass": false, "exitCode": 3, "reason": concat(", ", sort(gaps))} if {
	count(gaps) > 0
	not input.options.allow_incomplete
} else := {"pass": true, "exitCode": 0, "reason": reason} if {
	notes := [note |
		some note in [sprintf("nothing at or above %s", [input.options.fail_on]), accepted]
		note != ""
	]
	reason := concat("; ", notes)
}

default accepted := ""

accepted := sprintf("incomplete, as allowed: %s", [concat(", ", sort(gaps))]) if count(gaps) > 0

amount(0, _) := ""

amount(number, word) := sprintf("%d %s", [number, noun(number, word)]) if number > 0

noun(1, word) := word

noun(number, word) := sprintf("%ss", [word]) if number != 1
