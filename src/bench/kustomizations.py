#!/usr/bin/env python3
"""Builds kustomizations with hushgate and with kubectl, and tells how many objects come out the same.

  src/bench/kustomizations.py [--kubectl KUBECTL] [--verbose] TREE... [-- COMMAND...]

Of every kustomization below the TREEs that no other one builds upon, `kubectl kustomize` is asked for the objects, and
`hushgate facts` for its facts. What counts is who an object is and whom it names: kind, namespace, name, service account,
role, subjects, Secrets of containers, annotations of Vault. Hashes at the ends of generated names do not count. What kubectl
refuses (remote bases, plugins) is counted apart, and its files are left out.

COMMAND is the program (default: ./hushgate). Needs kubectl and PyYAML.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HASH = re.compile(r"-[2456789bcdfghkmt]{10}$")
TEMPLATES = {"Deployment": "spec", "StatefulSet": "spec", "DaemonSet": "spec", "ReplicaSet": "spec", "Job": "spec",
             "ReplicationController": "spec", "CronJob": "spec.jobTemplate.spec"}


class Plain(Loader):
    """A lone = is no value tag."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":value"))]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


def load(file):
    try:
        return next(iter(yaml.load_all(file.read_text(), Plain)), None) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return {}


def graph(tree):
    """Directories with a kustomization, each with what it names."""
    found = {}
    for name in NAMES:
        for file in tree.rglob(name):
            content = load(file)
            if isinstance(content, dict):
                entries = [e for key in ("resources", "bases", "components", "patchesStrategicMerge")
                           for e in content.get(key) or [] if isinstance(e, str)]
                entries += [p["path"] for key in ("patches", "patchesJson6902") for p in content.get(key) or []
                            if isinstance(p, dict) and p.get("path")]
                named = {(file.parent / e).resolve() for e in entries if "\n" not in e and len(e) < 200}
                found.setdefault(file.parent.resolve(), (content, named, file.resolve()))
    return found


def reached(directory, kustomizations, seen):
    if directory in seen:
        return
    seen.add(directory)
    if directory in kustomizations:
        seen.add(kustomizations[directory][2])
        for inner in kustomizations[directory][1]:
            reached(inner, kustomizations, seen)


def at(node, path):
    for part in path.split("."):
        node = (node or {}).get(part)
    return node or {}


def bare(name):
    return HASH.sub("", name or "")


def subjects(binding):
    own = (binding.get("metadata") or {}).get("namespace") or ""
    return tuple(sorted((s.get("kind", ""), s.get("namespace") or (own if s.get("kind") == "ServiceAccount" else ""),
                         s.get("name", "")) for s in binding.get("subjects") or []))


def vault(annotations):
    return tuple(sorted((k, v) for k, v in (annotations or {}).items() if k.startswith("vault.hashicorp.com/")))


def built(object):
    """What counts of an object that kubectl prints."""
    kind, metadata = object.get("kind"), object.get("metadata") or {}
    group = str(object.get("apiVersion")).rpartition("/")[0]
    if "." in group and not group.endswith(".k8s.io"):
        return None
    who = (kind, metadata.get("namespace") or "", bare(metadata.get("name")))
    if kind in ("ServiceAccount", "Secret", "ConfigMap", "Role", "ClusterRole", "Namespace", "NetworkPolicy"):
        if kind in ("ClusterRole", "Namespace"):
            who = (kind, "", who[2])
        return who
    if kind in ("RoleBinding", "ClusterRoleBinding"):
        who = who if kind == "RoleBinding" else (kind, "", who[2])
        return (*who, object.get("roleRef", {}).get("kind"), object.get("roleRef", {}).get("name"), subjects(object))
    if kind == "Pod" or kind in TEMPLATES:
        pod = object if kind == "Pod" else at(object, TEMPLATES[kind]).get("template") or {}
        spec = pod.get("spec") or {}
        images = sorted(c.get("image") or "" for c in spec.get("containers") or [])
        secrets = sorted({bare(at(e, "valueFrom.secretKeyRef").get("name")) for c in spec.get("containers") or []
                          for e in c.get("env") or [] if at(e, "valueFrom.secretKeyRef")})
        annotations = (pod.get("metadata") or {}).get("annotations")
        return (*who, spec.get("serviceAccountName") or spec.get("serviceAccount") or "", tuple(images),
                tuple(s for s in secrets if s), vault(annotations))
    return None


def told(facts):
    """The same of facts, with the files that they stand in."""
    def rows(section):
        return facts.get(section, [])
    for section, kind in (("service_accounts", "ServiceAccount"), ("secret_objects", "Secret"),
                          ("config_objects", "ConfigMap"), ("network_policies", "NetworkPolicy")):
        for fact in rows(section):
            if section != "secret_objects" or fact["source"] in ("manifest", "generator"):
                yield fact["at"]["file"], (kind, fact["namespace"], fact["name"])
    for fact in rows("namespaces"):
        yield fact["at"]["file"], ("Namespace", "", fact["name"])
    for fact in rows("rbac_roles"):
        cluster = fact["scope"] == "cluster"
        yield fact["at"]["file"], ("ClusterRole" if cluster else "Role", "" if cluster else fact["namespace"], fact["name"])
    for fact in rows("rbac_bindings"):
        cluster, role = fact["scope"] == "cluster", fact["role"]
        named = tuple(sorted((s["kind"], s["namespace"], s["name"]) for s in fact["subjects"]))
        yield fact["at"]["file"], ("ClusterRoleBinding" if cluster else "RoleBinding", "" if cluster else fact["namespace"],
                                   fact["name"], role["kind"], role["name"], named)
    for fact in rows("workloads"):
        plain = [c for c in fact["containers"] if c["role"] == "container"]
        images = tuple(sorted(c["image"] for c in plain))
        secrets = tuple(sorted({v["ref"] for c in plain for v in c["env"] if v["source"] == "secret" and v["ref"]}))
        yield fact["at"]["file"], (fact["kind"], fact["namespace"], fact["name"], fact["service_account"], images, secrets,
                                   vault(fact["annotations"]))


def compare(tree, kubectl, command, verbose):
    kustomizations = graph(tree)
    inner = {d for _, named, _ in kustomizations.values() for d in named}
    roots = sorted(d for d, (content, _, _) in kustomizations.items() if d not in inner and content.get("kind") != "Component")
    counts, wanted, refused, covered = collections.Counter(), set(), set(), set()
    for root in roots:
        answer = subprocess.run([kubectl, "kustomize", "--load-restrictor", "LoadRestrictionsNone", str(root)],
                                capture_output=True, text=True, timeout=60, check=False)
        files = set()
        reached(root, kustomizations, files)
        if answer.returncode:
            counts["refused"] += 1
            refused |= files
            if verbose:
                print("refused", root.relative_to(tree), answer.stderr.strip()[:160], file=sys.stderr)
            continue
        counts["built"] += 1
        covered |= files
        for object in yaml.load_all(answer.stdout, Plain):
            who = built(object) if isinstance(object, dict) else None
            if who:
                wanted.add(who)
    answer = subprocess.run([*command, "facts", "."], cwd=tree, capture_output=True, text=True, check=False)
    all_told = [(tree / file, who) for file, who in told(json.loads(answer.stdout))]
    got = {who for _, who in all_told}
    ours = {who for file, who in all_told if file.resolve() in covered and file.resolve() not in refused}
    counts["objects"], counts["same"], counts["more"] = len(wanted), len(wanted & got), len(ours - wanted)
    if verbose:
        for who in sorted(wanted - got, key=str):
            print("missing", who, file=sys.stderr)
        for who in sorted(ours - wanted, key=str):
            print("more", who, file=sys.stderr)
    return counts


def main():
    arguments, command = sys.argv[1:], [str(ROOT / "hushgate")]
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, command = arguments[:cut], arguments[cut + 1:]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kubectl", default="kubectl")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("trees", nargs="+", type=pathlib.Path)
    options = parser.parse_args(arguments)
    print("| tree | built | refused by kubectl | objects | the same | only ours |\n|---|---:|---:|---:|---:|---:|")
    for tree in options.trees:
        counts = compare(tree.resolve(), options.kubectl, command, options.verbose)
        cells = (counts[c] for c in ("built", "refused", "objects", "same", "more"))
        print(f"| {tree.name} | {' | '.join(map(str, cells))} |", flush=True)


if __name__ == "__main__":
    main()
