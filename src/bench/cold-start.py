#!/usr/bin/env python3
"""Measures the first decision of the Rego engine with the shipped library: whole processes, beside an empty program.

  ./hushgate facts DIR >facts.json
  src/bench/cold-start.py facts.json [--rounds N] [--text]

Needs a built program (target/dist) and the compiled tests of policies/library; makes an AOT cache from one run, as the
launcher's build does. The commands run in turns; the table has the median and the best of wall and CPU time, and what is
left of them without the empty program, which is the JVM itself. --text compiles the policies instead of reading the image
that the build has made of them.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIB = ROOT / "target/dist/lib"
TESTS = ROOT / "policies/library/target/test-classes"
MAIN = "io.hushgate.library.bench.ColdStart"
JAVA = pathlib.Path(os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64")) / "bin/java"
OPTIONS = ["-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions",
           "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining", "-XX:ArchiveRelocationMode=0",
           "-Xlog:disable", "-Xlog:all=error:stderr"]


def run(command):
    """Wall and CPU time of a process, in ms."""
    start = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("failed: " + " ".join(map(str, command)))
    return (time.monotonic() - start) * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--text", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        jar = pathlib.Path(work) / "bench.jar"
        with zipfile.ZipFile(jar, "w") as out:  # an AOT cache knows jars only
            for file in sorted(TESTS.rglob("io/hushgate/library/bench/*.class")):
                out.write(file, file.relative_to(TESTS))
        path = os.pathsep.join([str(LIB / "hushgate.jar"), str(jar)])  # the manifest of the first names the others
        cache = pathlib.Path(work) / "bench.aot"
        program = ["text" if args.text else "image", args.facts]
        subprocess.run([JAVA, *OPTIONS, f"-XX:AOTCacheOutput={cache}", "-cp", path, MAIN, *program], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        base = [JAVA, *OPTIONS, f"-XX:AOTCache={cache}", "-cp", path, MAIN]
        rows = {"empty program": [], "first decision": []}
        for _ in range(args.rounds):
            rows["empty program"].append(run(base))
            rows["first decision"].append(run([*base, *program]))
        print(f"{'ms':16}{'wall median':>14}{'best':>8}{'CPU median':>14}{'best':>8}")
        figures = {}
        for name, times in rows.items():
            wall, cpu = zip(*times)
            figures[name] = (statistics.median(wall), min(wall), statistics.median(cpu), min(cpu))
        figures["of the engine"] = tuple(b - a for a, b in zip(*figures.values()))
        for name, (wall, best_wall, cpu, best_cpu) in figures.items():
            print(f"{name:16}{wall:14.0f}{best_wall:8.0f}{cpu:14.0f}{best_cpu:8.0f}")


if __name__ == "__main__":
    main()
