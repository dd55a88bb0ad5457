#!/usr/bin/env python3
"""Measures how long an estate takes to judge: manifests, policies and roles that belong together, at 1x, 10x and 100x.

  src/bench/estate.py [--work DIR] [--factors 1,10] [--rounds N] [-- COMMAND...]

1x is 100 manifests, 20 policies and 10 roles; 10x is 1,000 manifests, 200 policies and 100 roles. COMMAND is the program
(default: ./hushgate). Wall and CPU seconds of whole processes, the median of the rounds. Standard library only.
"""
import argparse
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

MANIFEST = """apiVersion: apps/v1
kind: Deployment
metadata: {{name: app-{n}, namespace: team-{team}}}
spec:
  template:
    metadata:
      annotations:
        vault.hashicorp.com/agent-inject: "true"
        vault.hashicorp.com/role: app-{role}
        vault.hashicorp.com/agent-inject-secret-db: secret/data/app-{n}/db
    spec:
      serviceAccountName: app-{n}
      containers:
      - name: app
        image: shop/app:{n}
        env:
        - name: DB_PASSWORD
          valueFrom: {{secretKeyRef: {{name: db-{n}, key: password}}}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {{name: app-{n}, namespace: team-{team}}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {{name: app-{n}, namespace: team-{team}}}
rules:
- {{apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [db-{n}]}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {{name: app-{n}, namespace: team-{team}}}
roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: Role, name: app-{n}}}
subjects:
- {{kind: ServiceAccount, name: app-{n}, namespace: team-{team}}}
"""

POLICY = """path "secret/data/app-{n}/*" {{
  capabilities = ["read"]
}}
path "secret/metadata/app-{n}/*" {{
  capabilities = ["list"]
}}
"""

ROLE = """vault write auth/kubernetes/role/app-{n} \\
  bound_service_account_names=app-{n} bound_service_account_namespaces=team-{team} \\
  audience=vault token_policies=app-{n} token_ttl=1h token_max_ttl=4h
"""


def build(directory, factor):
    shutil.rmtree(directory, ignore_errors=True)
    for name in ("manifests", "policies", "roles"):
        (directory / name).mkdir(parents=True)
    for n in range(100 * factor):
        text = MANIFEST.format(n=n, team=n % 10, role=n % (10 * factor))
        (directory / "manifests" / f"app-{n}.yaml").write_text(text)
    for n in range(20 * factor):
        (directory / "policies" / f"app-{n}.hcl").write_text(POLICY.format(n=n))
    for n in range(10 * factor):
        text = "#!/bin/sh\nvault secrets enable -path=secret kv-v2\n" + ROLE.format(n=n, team=n % 10)
        (directory / "roles" / f"app-{n}.sh").write_text(text)


def measure(command, directory):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([*command, "scan", ".", "--only", "policies", "--format", "json"], cwd=directory,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    arguments = sys.argv[1:]
    command = [str(ROOT / "hushgate")]
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, command = arguments[:cut], arguments[cut + 1:]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target/bench")
    parser.add_argument("--factors", default="1,10,100")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    print("| size | manifests | policies | roles | wall s | CPU s |\n|---|---|---|---|---|---|")
    for factor in map(int, options.factors.split(",")):
        directory = options.work / f"estate-{factor}"
        build(directory, factor)
        runs = [measure(command, directory) for _ in range(options.rounds)]
        wall, cpu = (statistics.median(column) for column in zip(*runs))
        print(f"| {factor}x | {100 * factor} | {20 * factor} | {10 * factor} | {wall:.2f} | {cpu:.2f} |", flush=True)


if __name__ == "__main__":
    main()
