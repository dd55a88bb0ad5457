#!/usr/bin/env python3
"""Counts what Hushgate reports in public source code at the default gate. Standard library only.

  src/bench/clean.py [--work DIR] [--list FILE] [--no-gitleaks]

The code is fetched once by the clients of its registries (npm, pip, go, cargo, mvn), as source archives with the lock
files, tests and documents that their authors publish, and unpacked under DIR (default: target/clean). Nothing in it is
ours and nearly nothing in it is a leak, so that a finding at the default gate (severity high, confidence medium or
better) is false until somebody has read it: --list writes each with its line, cut and redacted, to be read. Gitleaks
runs on the same tree where it is on the PATH or in $GITLEAKS. What a registry does not serve is left out, by name.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import packages

ROOT = pathlib.Path(__file__).resolve().parents[2]
HUSHGATE = ROOT / "hushgate"
NPM = [
    "typescript@5.9.2", "three@0.179.1", "core-js@3.45.0", "antd@5.26.7", "aws-sdk@2.1692.0", "webpack@5.101.0",
    "eslint@9.33.0", "react-dom@19.1.1", "vue@3.5.18", "mongoose@8.17.1", "prettier@3.6.2", "stripe@18.4.0",
    "jsonwebtoken@9.0.2", "passport@0.7.0", "express@5.1.0", "lodash@4.17.21", "bootstrap@5.3.7", "jquery@3.7.1",
    "d3@7.9.0", "echarts@6.0.0", "swagger-ui-dist@5.27.1", "firebase@12.1.0", "rxjs@7.8.2", "moment@2.30.1",
    "pg@8.16.3", "nodemailer@7.0.5", "next-auth@4.24.11", "npm@11.5.2", "serverless@3.40.0", "sequelize@6.37.7",
]
PYPI = [
    "Django==5.2.4", "ansible-core==2.19.0", "sympy==1.13.3", "SQLAlchemy==2.0.42", "requests==2.32.4", "Flask==3.1.1",
    "botocore==1.40.0", "celery==5.5.3", "Sphinx==8.2.3", "paramiko==4.0.0", "twisted==25.5.0", "PyJWT==2.10.1",
    "scrapy==2.13.3", "google-api-python-client==2.178.0", "azure-mgmt-compute==35.0.0", "pip==25.2", "hvac==2.3.0",
    "docker==7.1.0", "kubernetes==33.1.0", "keyring==25.6.0",
]
GO = [
    "k8s.io/client-go@v0.33.3", "k8s.io/kubernetes@v1.33.3", "github.com/hashicorp/terraform@v1.5.7",
    "github.com/prometheus/prometheus@v0.305.0", "github.com/spf13/cobra@v1.9.1", "golang.org/x/tools@v0.35.0",
    "github.com/gin-gonic/gin@v1.10.1", "google.golang.org/grpc@v1.74.2", "helm.sh/helm/v3@v3.18.4",
    "github.com/aws/aws-sdk-go@v1.55.7", "github.com/argoproj/argo-cd/v2@v2.14.15", "github.com/traefik/traefik/v3@v3.5.0",
]
CRATES = [
    "tokio=1.47.1", "rustls=0.23.31", "reqwest=0.12.22", "clap=4.5.43", "openssl=0.10.73", "hyper=1.6.0", "syn=2.0.104",
    "diesel=2.2.12", "actix-web=4.11.0", "jsonwebtoken=9.3.1", "sqlx=0.8.6", "git2=0.20.2", "ring=0.17.14", "libc=0.2.174",
]
MAVEN = [
    "org.springframework:spring-web:6.2.9", "org.springframework.security:spring-security-config:6.5.2",
    "org.springframework.boot:spring-boot-autoconfigure:3.5.4", "org.hibernate.orm:hibernate-core:6.6.22.Final",
    "com.google.guava:guava:33.4.8-jre", "org.apache.kafka:kafka-clients:3.9.1", "io.netty:netty-handler:4.2.3.Final",
    "org.apache.tomcat.embed:tomcat-embed-core:10.1.43", "org.postgresql:postgresql:42.7.7",
    "org.eclipse.jgit:org.eclipse.jgit:7.3.0.202506031305-r", "org.bouncycastle:bcprov-jdk18on:1.81",
    "org.apache.lucene:lucene-core:10.2.2", "org.keycloak:keycloak-services:26.3.2", "io.quarkus:quarkus-core:3.24.5",
    "org.flywaydb:flyway-core:11.10.5", "com.fasterxml.jackson.core:jackson-databind:2.19.2",
]


def say(text=""):
    print(text, flush=True)


def client(name, command, **options):
    """Runs a registry's client; a package that it cannot have is named and left out."""
    if shutil.which(command[0]) is None:
        say(f"(left out: {name}, for {command[0]} is not on this machine)")
        return ""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        say(f"(left out: {name}: {(done.stderr.strip() or done.stdout.strip()).splitlines()[-1][:160]})")
    return done.stdout if done.returncode == 0 else ""


def fetch(downloads):
    """Source archives and folders of all packages, by a name for each."""
    for name in NPM:
        archive = downloads / (name.replace("@", "-") + ".tgz")
        if not archive.exists():
            client(name, ["npm", "pack", "--silent", name], cwd=downloads)
        if archive.exists():
            yield name, archive
    for name in PYPI:
        target = downloads / name
        if not target.exists():  # building an archive's metadata takes longer than fetching it
            client(name, [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", name.split("==")[0],
                          "-d", str(target), name])
        yield from ((name, path) for path in target.glob("*"))
    for name in GO:
        answer = client(name, ["go", "mod", "download", "-json", name], cwd=downloads)
        if answer:
            yield name, pathlib.Path(json.loads(answer)["Zip"])
    crates = downloads / "crates"
    (crates / "src").mkdir(parents=True, exist_ok=True)
    (crates / "src" / "lib.rs").write_text("")
    wanted = "\n".join('{} = "={}"'.format(*crate.split("=")) for crate in CRATES)
    (crates / "Cargo.toml").write_text(f'[package]\nname = "clean"\nversion = "0.0.0"\n\n[dependencies]\n{wanted}\n')
    if client("crates", ["cargo", "vendor", "-q", "vendor"], cwd=crates) or (crates / "vendor").exists():
        yield "crates", crates / "vendor"
    for name in MAVEN:
        group, artifact, version = name.split(":")
        client(name, ["mvn", "-q", "-B", "dependency:get", f"-Dartifact={name}:jar:sources", "-Dtransitive=false"])
        folder = pathlib.Path.home() / ".m2/repository" / group.replace(".", "/") / artifact / version
        yield from ((name, path) for path in folder.glob("*-sources.jar"))


def build(work):
    """Unpacks the text files of all packages; returns files, lines and bytes."""
    tree, done = work / "tree", work / "tree.txt"
    if not done.exists():
        shutil.rmtree(tree, ignore_errors=True)
        downloads = work / "downloads"
        downloads.mkdir(parents=True, exist_ok=True)
        files = lines = size = 0
        for name, package in fetch(downloads):
            for entry, data in packages.texts(package):
                path = tree / name.replace("/", "_").replace(":", "_") / entry
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                files, lines, size = files + 1, lines + data.count(b"\n"), size + len(data)
        done.write_text(f"{files} {lines} {size}\n")
    return tree, [int(number) for number in done.read_text().split()]


def gated(report):
    """The findings that would shut the default gate, one for each place."""
    for finding in report["findings"]:
        if finding["severity"] in ("high", "critical") and finding["confidence"] in ("medium", "high"):
            for place in finding["occurrences"]:
                yield finding, place


def line_of(tree, place):
    lines = (tree / place["path"]).read_text("utf-8", "replace").split("\n")
    return lines[place["startLine"] - 1] if place["startLine"] <= len(lines) else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "target" / "clean")
    parser.add_argument("--list", type=pathlib.Path, help="write the findings at the gate there, to be read")
    parser.add_argument("--no-gitleaks", action="store_true")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    tree, (files, lines, size) = build(work)
    millions = lines / 1e6
    say(f"{files} files, {lines} lines, {size} bytes of public packages")
    start = time.monotonic()
    scanned = subprocess.run([str(HUSHGATE), "scan", "--only", "leaks", "-f", "json", str(tree)], capture_output=True)
    seconds = time.monotonic() - start
    if scanned.returncode not in (0, 1, 3):
        sys.exit(scanned.stderr.decode())
    report = json.loads(scanned.stdout)
    places = list(gated(report))
    every = sum(len(finding["occurrences"]) for finding in report["findings"])
    say(f"hushgate: {len(places)} places at the gate, {len(places) / millions:.1f} a million lines; "
        f"{every} at any confidence; {seconds:.1f} s")
    for rule, count in collections.Counter(finding["rule"] for finding, _ in places).most_common():
        say(f"  {count:5} {rule}")
    if arguments.list:
        with open(arguments.list, "w", encoding="utf-8") as out:
            for finding, place in places:
                line = line_of(tree, place)
                at = place["startColumn"] - 1
                out.write(f"{finding['rule']}\t{finding['grade']}\t{finding['confidence']}\t"
                          f"{place['path']}:{place['startLine']}\t{line[max(0, at - 60):at + 60].strip()}\n")
    peer = os.environ.get("GITLEAKS") or shutil.which("gitleaks")
    if peer and not arguments.no_gitleaks:
        target = work / "gitleaks.json"
        start = time.monotonic()
        subprocess.run([peer, "dir", "--no-banner", "--log-level", "error", "--exit-code", "0", "-f", "json", "-r",
                        str(target), str(tree)], check=True, stdout=subprocess.DEVNULL)
        found = json.loads(target.read_text())
        say(f"gitleaks: {len(found)} findings, {len(found) / millions:.1f} a million lines; "
            f"{time.monotonic() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
