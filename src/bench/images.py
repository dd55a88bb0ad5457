#!/usr/bin/env python3
"""Measures Hushgate on an image beside trufflehog, and beside unpacking its layers alone. Standard library only.

  src/bench/images.py [--work DIR] [--rounds N] [--layer DIR ...]

Makes a docker archive with one gzip layer for each --layer (default: /usr/lib/git-core, /usr/share/perl, /usr/lib/python3
and /usr/lib/x86_64-linux-gnu, as far as they are there), under --work (default: target/bench). Archives inside of layers
are opened, which takes more than unpacking the layer: a JDK with its src.zip doubles the time. The commands run in turns, so that a noisy machine
disturbs all of them alike; medians of wall and processor time, the peak memory, and the ratio to gzip are printed.
trufflehog is taken from the PATH or from $TRUFFLEHOG; when it is absent, that is said.
"""
import argparse
import gzip
import hashlib
import io
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import tarfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def layer(source):
    """The tar of a directory, unpacked and packed."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        tar.add(source, arcname=source.lstrip("/"), recursive=True)
    return plain.getvalue(), gzip.compress(plain.getvalue(), 6, mtime=0)


def make(path, sources):
    """Writes what docker save would, with packed layers."""
    diff_ids, names, size = [], [], 0
    with tarfile.open(path, "w") as out:
        def add(name, content):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            out.addfile(entry, io.BytesIO(content))
        for i, source in enumerate(sources):
            plain, packed = layer(source)
            size += len(plain)
            diff_ids.append("sha256:" + hashlib.sha256(plain).hexdigest())
            names.append(f"{i}/layer.tar")
            add(names[-1], packed)
            path.with_suffix(f".{i}.gz").write_bytes(packed)
        add("config.json", json.dumps({
            "os": "linux", "architecture": "amd64", "config": {}, "history": [{"created_by": "COPY"} for _ in names],
            "rootfs": {"type": "layers", "diff_ids": diff_ids}}).encode())
        add("manifest.json", json.dumps([{"Config": "config.json", "RepoTags": ["bench:1"], "Layers": names}]).encode())
    return size


def run(command):
    """Wall and processor seconds, and the peak memory in MB."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while True:
        try:
            with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
                peak = max([peak] + [int(line.split()[1]) for line in status if line.startswith("VmHWM")])
        except OSError:
            pass
        done, _, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.02)
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, peak // 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--work", type=pathlib.Path, default=ROOT / "target/bench")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--layer", action="append")
    chosen = options.parse_args()
    usual = ["/usr/lib/git-core", "/usr/share/perl", "/usr/lib/python3", "/usr/lib/x86_64-linux-gnu"]
    sources = chosen.layer or [source for source in usual if os.path.isdir(source)]
    chosen.work.mkdir(parents=True, exist_ok=True)
    image = chosen.work / "image.tar"
    size = make(image, sources)
    layers = [str(p) for p in sorted(chosen.work.glob("image.*.gz"))]
    commands = {
        "gzip -dc, the layers": ["gzip", "-dc", *layers],
        "hushgate scan": [str(ROOT / "hushgate"), "scan", str(image)],
    }
    trufflehog = os.environ.get("TRUFFLEHOG") or shutil.which("trufflehog")
    if trufflehog:
        commands["trufflehog docker"] = [
            trufflehog, "docker", "--image", f"file://{image}", "--no-verification", "--no-update"]
    else:
        print("trufflehog: not found, left out")
    subprocess.run([str(ROOT / "hushgate"), "--version"], check=True, stdout=subprocess.DEVNULL)
    results = {name: [] for name in commands}
    for _ in range(chosen.rounds):
        for name, command in commands.items():
            results[name].append(run(command))
    print(f"{platform.machine()}, {os.cpu_count()} processors; {len(layers)} layers, "
          f"{size / 1e6:.0f} MB, {sum(os.path.getsize(p) for p in layers) / 1e6:.0f} MB packed; "
          f"medians of {chosen.rounds} runs")
    base = statistics.median(wall for wall, _, _ in results["gzip -dc, the layers"])
    for name, runs in results.items():
        wall, processor, memory = (statistics.median(column) for column in zip(*runs))
        print(f"{name:22} {wall:7.2f} s wall {processor:7.2f} s processor {memory:6.0f} MB   {wall / base:5.2f} times")


if __name__ == "__main__":
    main()
