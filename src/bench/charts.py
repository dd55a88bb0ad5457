#!/usr/bin/env python3
"""Renders charts with hushgate and with helm, and tells how many come out the same.

  src/bench/charts.py [--helm HELM] [--only PATTERN] [--jobs N] [--markdown] TREE... [-- COMMAND...]

Every directory below the TREEs with a Chart.yaml, but no test data and no subchart, is rendered with its own values, and once
more with each file under its ci/ directory. Subcharts that lie in the same TREE are put into charts/; a dependency that lies
nowhere is taken out of Chart.yaml, for both programs. Blanks at the end of a document do not count. What differs between two runs of helm is random or the time and counts
as equal. A rendering is the same if all documents are equal as YAML, template by template.

COMMAND is the program (default: ./hushgate). Needs helm 3 and PyYAML. A chart that helm refuses is counted apart.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = re.compile(r"/(testdata|test-data|tests?|fixtures|starters|library-charts-test)/")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Plain(Loader):
    """Dates stay texts, and a lone = is no value tag."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":value"))]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


def charts(tree):
    for file in sorted(tree.rglob("Chart.yaml")):
        directory = file.parent
        if "/charts/" in str(directory.relative_to(tree)) + "/" and (directory.parent.parent / "Chart.yaml").exists():
            continue
        if not SKIPPED.search("/" + str(directory.relative_to(tree)) + "/"):
            yield directory


def metadata(directory):
    try:
        return yaml.load((directory / "Chart.yaml").read_text(), Plain) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return {}


def vendor(directory, siblings, depth=0):
    """Puts dependencies in, as far as they lie in the same tree; returns those that do not."""
    missing = []
    for name in ("Chart.yaml", "requirements.yaml"):
        file = directory / name
        if not file.exists():
            continue
        try:
            content = yaml.load(file.read_text(), Plain) or {}
        except yaml.YAMLError:
            continue
        wanted = content.get("dependencies") or []
        kept = []
        for one in wanted:
            there = [d for d in (directory / "charts").glob("*") if d.name.startswith(one["name"])]
            sibling = siblings.get(one["name"])
            if there:
                kept.append(one)
            elif sibling and depth < 4:
                into = directory / "charts" / one["name"]
                shutil.copytree(sibling, into, symlinks=True)
                missing += vendor(into, siblings, depth + 1)
                one["version"] = str(metadata(into).get("version", one.get("version")))
                kept.append(one)
            else:
                missing.append(one["name"])
        if wanted:
            content["dependencies"] = kept
            file.write_text(yaml.safe_dump(content, sort_keys=False))
            for lock in ("Chart.lock", "requirements.lock"):
                (directory / lock).unlink(missing_ok=True)
    return missing


def run(command):
    try:
        return subprocess.run(command, capture_output=True, timeout=120, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "timeout")


def documents(text, prefix):
    """The documents of each template."""
    by_source = collections.defaultdict(list)
    source = ""
    parts = re.split(r"(?m)^---\s*(?:\n|$)", text)
    for part in parts:
        found = re.match(r"\s*# Source: (\S+)\n", part)
        if found:
            source = found.group(1)
            source = source[len(prefix):] if source.startswith(prefix) else source
            part = part[found.end():]
        try:
            parsed = [d for d in yaml.load_all(part.rstrip() + "\n", Plain) if d is not None]
        except (yaml.YAMLError, ValueError, RecursionError) as e:
            parsed = ["not YAML: " + str(e).splitlines()[0]]
        by_source[source] += parsed
    return {source: parsed for source, parsed in by_source.items() if parsed}


def identity(document):
    if not isinstance(document, dict):
        return repr(document)[:80]
    meta = document.get("metadata") or {}
    return "%s/%s" % (document.get("kind"), meta.get("name") if isinstance(meta, dict) else "")


def same(one, other, mine, path=""):
    """The first difference as text, or nothing; what differs between one and other is random."""
    if isinstance(one, dict) and isinstance(other, dict) and isinstance(mine, dict):
        for key in sorted({*one, *mine}, key=str):
            if key not in mine or key not in one:
                if key in other or key in mine:
                    return "%s.%s is %s" % (path, key, "missing" if key not in mine else "too much")
                continue
            found = same(one[key], other.get(key, one[key]), mine[key], "%s.%s" % (path, key))
            if found:
                return found
        return None
    if isinstance(one, list) and isinstance(other, list) and isinstance(mine, list):
        if len(one) != len(mine):
            return None if len(one) != len(other) else "%s has %d items, not %d" % (path, len(mine), len(one))
        for index, (a, b, c) in enumerate(zip(one, other, mine)):
            found = same(a, b, c, "%s[%d]" % (path, index))
            if found:
                return found
        return None
    if one != other or (one == mine and type(one) is type(mine)):
        return None
    if isinstance(mine, str) and "<generated:" in mine:
        return None  # random too, where helm's two runs agree by chance: a date, a short number
    return "%s is %s, not %s" % (path, repr(mine)[:120], repr(one)[:120])


def compare(chart, values, options):
    name = metadata(chart).get("name", chart.name)
    helm = [options.helm, "template", "release-name", str(chart), "--kube-version", "1.31.0", "--skip-schema-validation"]
    flags = [flag for file in values for flag in ("-f", str(file))]
    first = run(helm + flags)
    if first.returncode:
        return "refused", first.stderr.strip().splitlines()[0][:200] if first.stderr.strip() else "?"
    second = run(helm + flags)
    ours = run(options.command + ["render", str(chart)] + flags)
    if ours.returncode not in (0, 3):
        return "differs", "exit code %d: %s" % (ours.returncode, ours.stderr[:200])
    prefix = name + "/"
    want, again, mine = documents(first.stdout, prefix), documents(second.stdout, prefix), documents(ours.stdout, prefix)
    for source in sorted({*want, *mine}):
        a, b, c = want.get(source, []), again.get(source, []), mine.get(source, [])
        if len(a) != len(c):
            detail = ours.stderr.strip().splitlines()
            why = next((line for line in detail if source in line), detail[0] if detail else "")
            return "differs", "%s: %d documents, not %d; %s" % (source, len(c), len(a), why[:200])
        if len(b) != len(a):
            continue
        if sorted(map(identity, a)) == sorted(map(identity, c)) and len(set(map(identity, a))) == len(a):
            a, b, c = (sorted(x, key=identity) for x in (a, b, c))
        for one, other, my in zip(a, b, c):
            found = same(one, other, my)
            if found:
                return "differs", "%s: %s%s" % (source, identity(one), found)
    return "same", ""


def judge(chart, tree, siblings, options):
    label = "%s/%s" % (tree.name, chart.relative_to(tree)) if chart != tree else tree.name
    results = []
    with tempfile.TemporaryDirectory() as temporary:
        copy = pathlib.Path(temporary) / chart.name
        shutil.copytree(chart, copy, symlinks=True, ignore_dangling_symlinks=True)
        vendor(copy, siblings)
        results.append((label, "", *compare(copy, [], options)))
        for values in [] if options.defaults else sorted((copy / "ci").glob("*values.y*ml")):
            results.append((label, values.name, *compare(copy, [values], options)))
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", nargs="+", type=pathlib.Path, metavar="TREE")
    parser.add_argument("--helm", default="helm")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="charts of this name")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--defaults", action="store_true", help="leave ci/ out")
    parser.add_argument("--markdown", action="store_true", help="the table of the documents")
    ours = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    options = parser.parse_args(sys.argv[1:ours])
    options.command = sys.argv[ours + 1:] or [str(ROOT / "hushgate")]
    work = []
    for tree in options.trees:
        found = list(charts(tree))
        siblings = {metadata(chart).get("name", chart.name): chart for chart in found}
        work += [(chart, tree, siblings) for chart in found if fnmatch.fnmatch(chart.name, options.only)]
    results = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for some in pool.map(lambda one: judge(*one, options), work):
            results += some
            print("\r%d of %d charts" % (len({row[0] for row in results}), len(work)), end="", file=sys.stderr, flush=True)
    report(results, options)


def report(results, options):
    def share(rows, what):
        count = collections.Counter(row[2] for row in rows)
        judged = count["same"] + count["differs"]
        print("%s: %d of %d the same (%.1f %%); %d refused by helm"
              % (what, count["same"], judged, 100 * count["same"] / max(1, judged), count["refused"]))

    if options.markdown:
        trees = collections.defaultdict(list)
        for row in results:
            trees[row[0].split("/")[0].replace("+", "/", 1)].append(row)
        print("| repository | charts | renderings | the same | refused by helm |\n|---|---:|---:|---:|---:|")
        for tree, rows in sorted(trees.items()):
            count = collections.Counter(row[2] for row in rows)
            print("| %s | %d | %d | %d | %d |" % (tree, len({row[0] for row in rows}),
                  count["same"] + count["differs"], count["same"], count["refused"]))
        print()
    for label, values, state, why in results:
        if state == "differs" or (state == "refused" and not options.markdown):
            print("%-8s %s %s\n         %s" % (state, label, values, why))
    share([row for row in results if not row[1]], "charts with their own values")
    share(results, "with the values under ci/ as well")


if __name__ == "__main__":
    main()
