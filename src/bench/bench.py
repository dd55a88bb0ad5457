#!/usr/bin/env python3
"""Measures Hushgate beside gitleaks and ripgrep: whole processes, same input, same run. Standard library only.

  src/bench/bench.py [--work DIR] [--parts small,tree,history,hook] [--rounds N] [--repo PATH ...]

Corpora are built once under DIR (default: target/bench): trees from packages of PyPI and npm (pip and npm fetch them),
histories from the repositories given by --repo, the hook's repository from the tree. The commands of a table run in
turns, so that a noisy machine disturbs all of them alike; medians and ratios are printed, and the peak memory of each
process tree. gitleaks and rg are taken from the PATH or from $GITLEAKS and $RG; what is absent is left out, by name.
"""
import argparse
import json
import os
import pathlib
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time

import packages

ROOT = pathlib.Path(__file__).resolve().parents[2]
HUSHGATE = ROOT / "hushgate"
WHEELS = [
    "botocore==1.40.0", "sympy==1.13.3", "ansible==11.9.0", "Django==5.2.4", "boto3-stubs-full==1.40.0",
    "google-api-python-client==2.178.0",
]
PACKS = [
    "googleapis@155.0.1", "aws-sdk@2.1692.0", "typescript@5.9.2", "three@0.179.1", "core-js@3.45.0",
    "monaco-editor@0.52.2", "antd@5.26.7",
]
GIB = 1 << 30


def say(text=""):
    print(text, flush=True)


def download(directory):
    directory.mkdir(parents=True, exist_ok=True)
    if not any(directory.glob("*.whl")):  # nothing is fetched twice
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:",
                        "-d", str(directory), *WHEELS], check=True)
    if not any(directory.glob("*.tgz")):
        subprocess.run(["npm", "pack", "--silent", *PACKS], check=True, cwd=directory, stdout=subprocess.DEVNULL)


def build_tree(downloads, tree, limit):
    """Writes the text files of all packages, in turn, again under another name until there are `limit` bytes."""
    if (tree / ".complete").exists():
        return
    shutil.rmtree(tree, ignore_errors=True)
    written = files = copy = 0
    while written < limit:
        for package in sorted(downloads.iterdir()):
            if package.suffix not in (".whl", ".tgz"):
                continue
            for name, data in packages.texts(package):
                if written >= limit:
                    continue
                path = tree / f"{copy}" / package.stem / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                written += len(data)
                files += 1
        copy += 1
    (tree / ".complete").write_text(f"{files} files, {written} bytes\n")


def size(tree):
    return (tree / ".complete").read_text().strip()


def keywords(work):
    """The keywords of the rules, for rg: what any scanner with these rules has to look for at least."""
    path = work / "keywords.txt"
    listed = subprocess.run([str(HUSHGATE), "rules", "list", "--format", "json"], capture_output=True, check=True)
    words = sorted({word for rule in json.loads(listed.stdout) for word in rule["keywords"]})
    path.write_text("\n".join(words[:200]) + "\n")
    return path, len(words)


class Run:
    """Wall and CPU seconds and the peak memory in MB of one process tree."""

    def __init__(self, command, cwd, env=None):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        with open(os.devnull, "wb") as nothing:
            process = subprocess.Popen(command, cwd=cwd, stdout=nothing, stderr=nothing, env=env)
            _, self.status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.memory = usage.ru_maxrss / 1024


def table(title, commands, rounds, cwd=None, once=(), base="hushgate"):
    """Runs the commands in turns and prints medians, and how each compares with `base`.

    In turns, so that a busy machine is busy for all of them; the least of the rounds is what the command takes
    when nobody else wants the processors, and CPU time is the fairest of all.
    """
    say(f"\n## {title}\n")
    runs = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            if name in once and turn > 0:
                continue
            run = Run(command, cwd)
            if turn > 0 or name in once:
                runs[name].append(run)
    median = {name: statistics.median(run.wall for run in all_runs) for name, all_runs in runs.items()}
    least = {name: min(run.wall for run in all_runs) for name, all_runs in runs.items()}
    used = {name: statistics.median(run.cpu for run in all_runs) for name, all_runs in runs.items()}
    say(f"| command | wall s | least | CPU s | peak MB | wall / {base} | least / {base} | CPU / {base} | rounds |")
    say("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, all_runs in runs.items():
        memory = max(run.memory for run in all_runs)
        ratios = " | ".join(f"{of[name] / of[base]:.2f}" for of in (median, least, used))
        say(f"| {name} | {median[name]:.3f} | {least[name]:.3f} | {used[name]:.2f} | {memory:.0f} | {ratios} | {len(all_runs)} |")
    return median


def tool(name):
    return os.environ.get(name.upper()) or shutil.which(name)


def without_absent(commands):
    for name in [name for name, command in commands.items() if command[0] is None]:
        say(f"(left out: {name} is not on this machine)")
        del commands[name]
    return commands


def scan(*arguments):
    return [str(HUSHGATE), "scan", "--only", "leaks", "-f", "json", *arguments]


def bench_tree(work, rounds, name, limit):
    tree = work / name
    build_tree(work / "downloads", tree, limit)
    words, count = keywords(work)
    rg = [tool("rg"), "-j", "2", "-i", "-F", "-c", "--no-ignore", "--hidden", "-f", str(words), str(tree)]
    commands = {"hushgate": scan(str(tree)), "rg, 200 literals": rg}
    leaks = [tool("gitleaks"), "dir", "--no-banner", "--log-level", "error", "--exit-code", "0", str(tree)]
    commands["gitleaks dir"] = leaks
    table(f"{name}: {size(tree)} ({count} keywords in the rules)", without_absent(commands), rounds,
          once=("gitleaks dir",) if limit >= GIB else ())


def bench_history(work, rounds, repositories):
    for repository in repositories:
        count = subprocess.run(["git", "-C", repository, "rev-list", "--all", "--count"], capture_output=True, text=True)
        commands = {
            "hushgate": scan("--history", str(repository)),
            "gitleaks git": [tool("gitleaks"), "git", "--no-banner", "--log-level", "error", "--exit-code", "0",
                             "--log-opts=--all", str(repository)],
            "git log -p -U0 --all": ["git", "-C", str(repository), "log", "-p", "-U0", "--all"],
        }
        table(f"history of {pathlib.Path(repository).name}: {count.stdout.strip()} commits",
              without_absent(commands), rounds, once=("gitleaks git", "git log -p -U0 --all"))


def bench_hook(work, rounds):
    repository = work / "hook"
    if not repository.exists():
        tree = work / "small"
        build_tree(work / "downloads", tree, 50_000_000)
        repository.mkdir()
        run = lambda *command: subprocess.run(["git", "-C", str(repository), *command], check=True, capture_output=True)
        run("init", "-q")
        files = [path for path in sorted(tree.rglob("*")) if path.is_file()][:5000]
        while len(files) < 5000:
            files += files[:5000 - len(files)]
        for index, path in enumerate(files):
            copy = repository / f"d{index // 100}" / f"{index}-{path.name}"
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(path, copy)
        run("add", ".")
        run("-c", "user.name=bench", "-c", "user.email=bench@example.com", "commit", "-q", "-m", "all")
        usual = [path for path in sorted(repository.glob("d*/*")) if 2_000 < path.stat().st_size < 20_000]
        for path in usual[:3]:
            with open(path, "a", encoding="utf-8") as text:
                text.write("\nanother_line = 1\n")
        run("add", ".")
    commands = {
        "hushgate": [str(HUSHGATE), "scan", "--staged", "."],
        "gitleaks git --staged": [tool("gitleaks"), "git", "--staged", "--no-banner", "--log-level", "error", "."],
        "git diff --cached": ["git", "diff", "--cached"],
    }
    table("hook: 3 changed files (2 to 20 KB) of 5,000", without_absent(commands), max(rounds, 15), cwd=repository)
    timed = subprocess.run([str(HUSHGATE), "scan", "--staged", "--timings"], cwd=repository, capture_output=True, text=True)
    say("\nwhere its time goes:\n")
    for line in timed.stderr.splitlines():
        say("    " + line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target" / "bench")
    parser.add_argument("--parts", default="tree,history,small,hook")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repo", action="append", default=[], help="a repository for the history part")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    parts = arguments.parts.split(",")
    subprocess.run([str(HUSHGATE), "--version"], check=True)
    say(f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} processors, "
        f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / GIB:.0f} GiB")
    if {"small", "tree", "hook"} & set(parts):
        download(work / "downloads")
    if "tree" in parts:
        bench_tree(work, arguments.rounds, "tree", GIB)
    if "history" in parts:
        bench_history(work, arguments.rounds, arguments.repo)
    if "small" in parts:
        bench_tree(work, arguments.rounds, "small", 50_000_000)
    if "hook" in parts:
        bench_hook(work, arguments.rounds)


if __name__ == "__main__":
    main()
