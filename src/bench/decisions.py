#!/usr/bin/env python3
"""Measures what a decision costs, beside opa: the same policies, the same documents, one thread.

  src/bench/decisions.py --opa OPA [--facts FILE]... [--rounds N] [--passes N] [--samples N]

Prints a table of CPU microseconds a decision; about four minutes on a quiet machine. The policies are the shipped library over facts (an estate of 100 manifests,
20 policies and 10 roles as src/bench/estate.py makes it, and what --facts names: output of `hushgate facts`), and two of
the usual kind, one for Kubernetes objects and one for Vault policies, over 2,000 documents each.

  opa eval    CPU time of whole processes that decide all documents, less those that only load them
  opa bench   time as opa measures it, the mean of --samples documents; on a busy machine it is too long
  ours        CPU time of the process, collector included, in the best pass after warming up
  times       ours in the smaller of opa's two

Processes of the two take turns for --rounds, and the cheapest of each counts, so that what else the machine does weighs on
both. opa runs with GOMAXPROCS=1 and with its store optimized for reading. Needs a built program (target/dist) and the
compiled tests of policies/rego (mvn test-compile -pl policies/rego -am). The two engines' answers are held beside each other
by DecisionsTest.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import estate

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAVA = pathlib.Path(os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64")) / "bin/java"
CLASSPATH = os.pathsep.join([str(ROOT / "policies/rego/target/test-classes"), str(ROOT / "target/dist/lib/*")])
MAIN = "io.hushgate.rego.bench.DecisionBenchmark"
LIBRARY = ROOT / "policies/library/src/main/rego"
STORE = "--optimize-store-for-read-speed"
REPEATS = 4


def java(*arguments):
    command = [JAVA, "-XX:+UseSerialGC", "-cp", CLASSPATH, MAIN, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def cpu(command):
    """CPU seconds of a process."""
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, env={**os.environ, "GOMAXPROCS": "1"})
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("failed: " + " ".join(map(str, command)))
    return usage.ru_utime + usage.ru_stime


def in_turns(rounds, *measures):
    """The least that each measure gave; they take turns."""
    return [min(values) for values in zip(*([measure() for measure in measures] for _ in range(rounds)))]


def cpu_of_decisions(opa, data, decide, load, count):
    """Microseconds that opa eval takes for each of `count` decisions, which `decide` makes and `load` does not."""
    options = [word for path in data for word in ("-d", str(path))]
    both = cpu([opa, "eval", STORE, *options, decide])
    loading = cpu([opa, "eval", STORE, *options, load])
    return (both - loading) / count * 1e6


def opa_bench(opa, data, query, given=None):
    options = [word for path in data for word in ("-d", str(path))]
    options += ["-i", str(given)] if given else []
    command = [opa, "bench", STORE, "--benchmem=false", "--format=json", *options, query]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "GOMAXPROCS": "1"})
    result = json.loads(done.stdout)
    return result["T"] / result["N"] / 1e3


def library(args, work, name, facts):
    """The library over one estate."""
    data = work / "facts"
    data.mkdir(exist_ok=True)
    whole = data / "data.json"
    whole.write_text(json.dumps({"estate": facts}))
    query = "data.hushgate.checks"
    again = f"count([x | some i in numbers.range(1, {REPEATS}); x := {query} with input as i])"
    once = f"count([x | some i in numbers.range(1, 1); x := {query} with input as i])"
    files = work / "library"
    evaluated, mine = in_turns(
        args.rounds,
        lambda: cpu_of_decisions(args.opa, [files, whole], again, once, REPEATS - 1),
        lambda: float(java("data", args.passes, files, query, whole)),
    )
    return f"library, {name}", evaluated, opa_bench(args.opa, [files, whole], query), mine


def documents(args, work, name, query):
    """A policy over many inputs."""
    policy, file = work / f"{name}.rego", work / f"{name}.json"
    inputs = json.loads(file.read_text())
    data = work / f"documents-{name}.json"
    data.write_text(json.dumps({"documents": inputs}))
    decide = f"count([x | some d in data.documents; x := {query} with input as d])"
    evaluated, mine = in_turns(
        args.rounds,
        lambda: cpu_of_decisions(args.opa, [policy, data], decide, "count(data.documents)", len(inputs)),
        lambda: float(java("inputs", args.passes, policy, query, file)),
    )
    benched = []
    for document in inputs[:: len(inputs) // args.samples][: args.samples]:
        (work / "input.json").write_text(json.dumps(document))
        benched.append(opa_bench(args.opa, [policy], query, work / "input.json"))
    return f"{name}.rego, {len(inputs)} documents", evaluated, statistics.mean(benched), mine


def copy_library(to):
    """All but the tests, which opa would compile as well."""
    for file in LIBRARY.rglob("*"):
        if file.is_file() and not file.name.endswith("_test.rego") and file.name != "testing.rego":
            target = to / file.relative_to(LIBRARY)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opa", required=True)
    parser.add_argument("--facts", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=8)
    parser.add_argument("--samples", type=int, default=8)
    args = parser.parse_args()
    print("| CPU us a decision | opa eval | opa bench | ours | times |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        java("write", work)
        copy_library(work / "library")
        estate.build(work / "estate", 1)
        made = subprocess.run([ROOT / "hushgate", "facts", work / "estate"], check=True, capture_output=True, text=True)
        estates = {"100 manifests": json.loads(made.stdout)}
        estates |= {file.stem: json.loads(file.read_text()) for file in args.facts}
        rows = [lambda n=n, f=f: library(args, work, n, f) for n, f in estates.items()]
        for name, query in (("rbac", "data.kubernetes.rbac"), ("vault", "data.vault.policy")):
            rows.append(lambda n=name, q=query: documents(args, work, n, q))
        for row in rows:
            name, evaluated, bench, ours = row()
            times = min(evaluated, bench) / ours
            print(f"| {name} | {evaluated:.1f} | {bench:.1f} | {ours:.1f} | {times:.1f} |", flush=True)


if __name__ == "__main__":
    main()
