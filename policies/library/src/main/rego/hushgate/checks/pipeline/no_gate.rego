# METADATA
# title: No pipeline looks for secrets
# description: What nobody looks for is found by others first.
# related_resources:
# - https://docs.github.com/en/code-security
# custom:
#   id: GOV-NO-GATE
#   severity: info
#   confidence: low
#   absence: pipelines
#   remedy: Add a step that runs this program, or a hook that does before each commit.
package hushgate.checks.pipeline.no_gate

import data.hushgate.limits
import data.hushgate.pipeline
import data.hushgate.place

violation contains result if {
	count(data.estate.pipelines) > 0
	count([command | some command in data.estate.commands; command.program in limits.gate_programs]) == 0
	count([step | some fact in data.estate.pipelines; some job in fact.jobs; some step in job.steps; pipeline.is_gate(step)]) == 0
	count([line | some file in data.estate.repository_files; file.kind == "hooks"; some line in file.lines; pipeline.names_gate(line)]) == 0
	first := data.estate.pipelines[0]
	result := {"message": "no step of the pipelines here looks for secrets", "at": place.lonely(first, "pipelines")}
}
