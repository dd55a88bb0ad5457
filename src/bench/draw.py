#!/usr/bin/env python3
"""Draws files with violations by chance, for reading them by hand, and counts what the reader found.

  src/bench/draw.py --seed N [--files 60] [--labels FILE] [--command ./hushgate] TREE...

Each TREE is scanned by itself, policies alone. Printed is every violation of the files drawn, with its number and the lines
around it. FILE holds a line for each violation that is wrong: its number, a space, and why; the share is counted then. The
same trees, seed and program give the same numbers. Standard library only.
"""
import argparse
import json
import pathlib
import random
import subprocess


def violations(command, tree):
    """The violations of a tree by file, in the order of the report."""
    run = subprocess.run(
        [*command, "scan", "--only", "policies", "--allow-incomplete", "--format", "json", str(tree)],
        stdout=subprocess.PIPE, check=False)
    by_file = {}
    for violation in json.loads(run.stdout)["violations"]:
        by_file.setdefault((tree, violation["location"]["path"]), []).append(violation)
    return by_file


def around(tree, path, line):
    """The lines around a line; none of a file within an archive."""
    file = tree / path
    if not file.is_file():
        return
    lines = file.read_text(errors="replace").split("\n")
    for number in range(max(1, line - 1), min(len(lines), line + 3) + 1):
        yield "%s %5d  %s" % (">" if number == line else " ", number, lines[number - 1][:140])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--labels", type=pathlib.Path)
    parser.add_argument("--command", default="./hushgate")
    parser.add_argument("trees", nargs="+", type=pathlib.Path)
    asked = parser.parse_args()
    found = {}
    for tree in asked.trees:
        found.update(violations(asked.command.split(), tree))
    drawn = random.Random(asked.seed).sample(sorted(found), min(asked.files, len(found)))
    number = 0
    for tree, path in sorted(drawn):
        print("=====", tree.name, path)
        for violation in found[tree, path]:
            number += 1
            line = violation["location"]["startLine"]
            print("[%d] %s %s/%s :%d %s" % (
                number, violation["id"], violation["severity"], violation["confidence"], line, violation["message"]))
            print("\n".join(around(tree, path, line)))
    wrong = []
    if asked.labels:
        wrong = [line for line in asked.labels.read_text().splitlines() if line.strip()]
    print("%d of %d files drawn, %d violations" % (len(drawn), len(found), number), end="")
    print(", %d wrong, %.1f %% right" % (len(wrong), 100 - 100 * len(wrong) / number) if asked.labels else "")


if __name__ == "__main__":
    main()
