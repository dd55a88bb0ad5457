#!/usr/bin/env python3
"""Measures what it saves to evaluate a comprehension once for all values of an outer variable.

  src/bench/grouping.py --opa OPA [--rounds N] [--passes N]

Prints CPU microseconds of one decision of grouping.rego over a growing number of secrets, a quarter as many owners as
secrets; about two minutes. "As written" is this engine watched, as for coverage: it then evaluates every comprehension for
each of its values. Who takes turns, and what is needed, is said in decisions.py.
"""
import argparse
import json
import pathlib
import tempfile

from decisions import ROOT, cpu_of_decisions, in_turns, java

POLICY = ROOT / "src/bench/grouping.rego"
QUERY = "data.grouping.held"
DECISIONS = 8


def secrets(count):
    return {"secrets": [{"name": f"secret-{i}", "owner": f"team-{i % (count // 4)}"} for i in range(count)]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opa", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=4)
    args = parser.parse_args()
    print("| CPU us a decision | opa eval | ours, as written | ours | times |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as directory:
        inputs, data = pathlib.Path(directory, "inputs.json"), pathlib.Path(directory, "data.json")
        for count in (200, 800, 3200):
            documents = [secrets(count)] * DECISIONS
            inputs.write_text(json.dumps(documents))
            data.write_text(json.dumps({"documents": documents}))
            decide = f"count([x | some d in data.documents; x := {QUERY} with input as d])"
            theirs, written, ours = in_turns(
                args.rounds,
                lambda: cpu_of_decisions(args.opa, [POLICY, data], decide, "count(data.documents)", DECISIONS),
                lambda: float(java("written", args.passes, POLICY, QUERY, inputs)),
                lambda: float(java("inputs", args.passes, POLICY, QUERY, inputs)),
            )
            print(f"| {count} secrets | {theirs:.0f} | {written:.0f} | {ours:.0f} | {theirs / ours:.1f} |", flush=True)


if __name__ == "__main__":
    main()
