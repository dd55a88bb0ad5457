package hushgate.gate_test

import data.hushgate.gate

options := {
	"fail_on": "high",
	"confidence": "medium",
	"allow_incomplete": false,
	"leaks": true,
	"policies": true,
	"history": false,
	"staged": false,
}

coverage := {"complete": true, "rules": 1, "policies": 1, "artifacts": 1, "commits": 0, "skipped": []}

run(changes) := object.union(
	{"findings": [], "violations": [], "coverage": coverage, "options": options},
	changes,
)

finding(severity, confidence) := {"severity": severity, "confidence": confidence, "suppressed": false}

test_open_on_nothing if {
	gate.verdict.exitCode == 0 with input as run({})
}

test_shut_on_a_high_finding if {
	verdict := gate.verdict with input as run({"findings": [finding("high", "medium")]})
	verdict == {"pass": false, "exitCode": 1, "reason": "1 finding at or above high"}
}

test_shut_on_violations if {
	verdict := gate.verdict with input as run({"violations": [
		finding("critical", "high"),
		finding("high", "high"),
	]})
	verdict.reason == "2 violations at or above high"
}

test_open_on_low_confidence if {
	gate.verdict.pass with input as run({"findings": [finding("critical", "low")]})
}

test_open_on_suppressed if {
	suppressed := object.union(finding("critical", "high"), {"suppressed": true})
	gate.verdict.pass with input as run({"findings": [suppressed]})
}

test_incomplete_without_rules if {
	verdict := gate.verdict with input as run({"coverage": {"rules": 0}})
	verdict == {"pass": false, "exitCode": 3, "reason": "no rules were loaded"}
}

test_incomplete_without_commits if {
	gate.verdict.exitCode == 3 with input as run({"options": {"history": true}})
}

test_incomplete_without_artifacts if {
	gate.verdict.exitCode == 3 with input as run({"coverage": {"artifacts": 0}})
}

test_open_when_nothing_is_staged if {
	gate.verdict.pass with input as run({"coverage": {"artifacts": 0}, "options": {"staged": true}})
}

test_incomplete_when_something_is_unreadable if {
	skipped := [{"incomplete": true}, {"incomplete": false}]
	verdict := gate.verdict with input as run({"coverage": {"complete": false, "skipped": skipped}})
	verdict.reason == "1 artifact could not be looked at"
}

test_incomplete_may_be_allowed if {
	changes := {"coverage": {"complete": false}, "options": {"allow_incomplete": true}}
	gate.verdict.pass with input as run(changes)
}

test_shut_wins_over_incomplete if {
	changes := {"coverage": {"complete": false}, "findings": [finding("high", "high")]}
	gate.verdict.exitCode == 1 with input as run(changes)
}
