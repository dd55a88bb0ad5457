#!/usr/bin/env python3
"""Measures Hushgate on a log of a build beside gitleaks stdin and ripgrep. Standard library only.

  src/bench/logs.py [--work DIR] [--rounds N] [--megabytes N] [--heap SIZE] [--lines N]

Makes a log in the form of GitHub Actions, with colours in every tenth line, a word of a rule in every hundredth and 20
tokens (default: 500 MB, seeded, under target/bench), and the same as Kubernetes and as Docker keep it (a fifth of the
size). The commands run in turns, so that a noisy machine disturbs all of them alike; medians of wall and processor time,
MB of the log for each second of processor time, and the peak memory are printed. Hushgate runs with a heap of 64 MB, from
the file and from a pipe; `redact` has the first fifth. gitleaks and ripgrep are taken from the PATH or from $GITLEAKS and
$RG; what is absent is said.

Then `redact` is given lines one by one, and each is waited for: how long until it comes out, in the median, for all but one
of a hundred and of a thousand, and at most, and the processor time of a line. `--megabytes 0` measures that alone.
"""
import argparse
import json
import os
import pathlib
import platform
import random
import shutil
import statistics
import string
import subprocess
import time
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIME = "2026-01-31T10:%02d:%02d.%07dZ "
WORDS = ("compiling linking testing downloaded resolved package module layer cached warning note target debug release "
         "crate class file line passed skipped took seconds of in from to with").split()
KEYWORDS = ["api_key lookup", "token refreshed", "password prompt skipped", "secret mounted", "https://example.com/a"]


def token(rng):
    """A GitHub token whose checksum is right, so that it is found wherever it stands."""
    body = "".join(rng.choices(string.ascii_letters + string.digits, k=30))
    alphabet = string.digits + string.ascii_uppercase + string.ascii_lowercase
    number, check = zlib.crc32(body.encode()), ""
    for _ in range(6):
        number, digit = divmod(number, 62)
        check = alphabet[digit] + check
    return "gh" + "p_" + body + check


def lines(count, leaks):
    """What tools print, without what a build system puts around it."""
    rng = random.Random(20261122)
    pool = []
    for i in range(20_000):
        line = " ".join(rng.choices(WORDS, k=rng.randint(3, 14))) + f" {rng.getrandbits(40):x}"
        if i % 100 == 0:
            line += " " + rng.choice(KEYWORDS)
        if i % 10 == 0:
            line = "\x1b[32m" + line + "\x1b[0m"
        pool.append(line)
    places = set(rng.sample(range(count), leaks))
    for i in range(count):
        yield pool[i % len(pool)] + (" " + token(rng) if i in places else "")


def make(path, size, form):
    """Writes a log of about so many bytes."""
    if path.exists() and abs(path.stat().st_size - size) < size // 10:
        return
    count = size // 97
    with open(path, "w", encoding="utf-8") as out:
        for i, line in enumerate(lines(count, 20)):
            at = TIME % (i // 60_000 % 60, i // 1000 % 60, i % 10_000_000)
            if form == "github":
                out.write(f"{at}{line}\n")
            elif form == "cri":
                out.write(f"{at[:-2]}00Z stdout F {line}\n")
            else:
                entry = {"log": line + "\n", "stream": "stdout", "time": at[:-1]}
                out.write(json.dumps(entry, separators=(",", ":")) + "\n")


def run(command):
    """Wall and processor seconds, and the peak memory in MB."""
    started = time.monotonic()
    child = subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def processor_seconds(pid):
    """Of a process that is still there; Linux alone tells."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def latency(hushgate, count):
    """Milliseconds from the last write of a line until it is read again, one line after the other."""
    rng = random.Random(20261122)
    kinds = {
        "as tools print": lambda line: [line],
        "with a token": lambda line: [f"{line} {token(rng)}"],
        "a token in two writes": lambda line: [f"{line} {token(rng)[:9]}", "0" * 27 + " end"],
        "of 16 kB": lambda line: [f"{line} " * (16_000 // (len(line) + 1))],
    }
    child = subprocess.Popen(
        ["sh", "-c", f"exec env {hushgate} redact"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )

    def through(pieces):
        for piece in pieces[:-1]:
            child.stdin.write(piece.encode())
            child.stdin.flush()
        started = time.monotonic()
        child.stdin.write(pieces[-1].encode() + b"\n")
        child.stdin.flush()
        child.stdout.readline()
        return 1000 * (time.monotonic() - started)

    first = through(["start"])
    print(f"\nredact, a line at a time: the first after {first:.0f} ms, which is the start; then {count} of each kind, ms")
    print(f"{'line':24} {'median':>8} {'99 %':>8} {'99.9 %':>8} {'most':>8} {'cpu':>8}")
    for kind, make_line in kinds.items():
        plain = list(lines(count, 0))
        for line in plain[:500]:  # until it is compiled
            through(make_line(line))
        spent = processor_seconds(child.pid)
        times = sorted(through(make_line(line)) for line in plain)
        spent = 1000 * (processor_seconds(child.pid) - spent) / count
        at = [times[min(count - 1, int(count * part))] for part in (0.5, 0.99, 0.999, 1)]
        print(f"{kind:24} " + " ".join(f"{each:8.3f}" for each in [*at, spent]))
    child.stdin.close()
    child.wait()


def throughput(options, hushgate):
    """Whole logs, beside the others."""
    size = options.megabytes * 1_000_000
    logs = {form: options.work / f"{form}-{options.megabytes}.log" for form in ("github", "cri", "docker")}
    for form, path in logs.items():
        make(path, size if form == "github" else size // 5, form)
    fifth = options.work / "fifth.log"
    with open(logs["github"], "rb") as whole:
        fifth.write_bytes(whole.read(size // 5))
    quiet = "--only leaks -f json"
    commands = {
        "hushgate FILE": (f"{hushgate} scan log:{logs['github']} {quiet}", size),
        "cat | hushgate": (f"cat {logs['github']} | {hushgate} scan log:- {quiet}", size),
        "hushgate CRI": (f"{hushgate} scan log:{logs['cri']} {quiet}", size // 5),
        "hushgate docker": (f"{hushgate} scan log:{logs['docker']} {quiet}", size // 5),
        "hushgate redact": (f"{hushgate} redact <{fifth} >/dev/null", size // 5),
    }
    gitleaks = os.environ.get("GITLEAKS") or shutil.which("gitleaks")
    ripgrep = os.environ.get("RG") or shutil.which("rg")
    if gitleaks:
        commands["gitleaks stdin"] = (f"{gitleaks} stdin --no-banner -r /dev/null <{fifth}", size // 5)
    if ripgrep:
        words = options.work / "words"
        words.write_text("\n".join(["token", "password", "secret", "api_key", "ghp_", "glpat-", "AKIA", "BEGIN"]))
        commands["rg -ci 8 words"] = (f"{ripgrep} -ci -f {words} {logs['github']}", size)
    for name, found in (("gitleaks", gitleaks), ("ripgrep", ripgrep)):
        if not found:
            print(f"{name} is not there: no row for it")
    results = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, (command, _) in commands.items():
            results[name].append(run(command))
    print(f"{platform.machine()}, {os.cpu_count()} processors, medians of {options.rounds}, heap {options.heap}")
    print(f"{'':18} {'wall s':>8} {'cpu s':>8} {'MB/cpu s':>9} {'peak MB':>8} {'found':>6}")
    for name, rows in results.items():
        wall, cpu, peak = (statistics.median(row[i] for row in rows) for i in range(3))
        out = rows[-1][3]
        found = len(json.loads(out)["findings"]) if out.startswith(b"{") else "-"
        print(f"{name:18} {wall:8.2f} {cpu:8.2f} {commands[name][1] / 1e6 / cpu:9.0f} {peak:8.0f} {found:>6}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target" / "bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--heap", default="64m")
    parser.add_argument("--lines", type=int, default=5000)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    hushgate = f"HUSHGATE_JAVA_OPTS=-Xmx{options.heap} {ROOT / 'hushgate'}"
    subprocess.run(["sh", "-c", f"{hushgate} --version"], check=True, stdout=subprocess.DEVNULL)
    if options.megabytes:
        throughput(options, hushgate)
    latency(hushgate, options.lines)


if __name__ == "__main__":
    main()
