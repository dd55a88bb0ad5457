#!/usr/bin/env python3
"""Makes the schemas beside this file from those that their makers publish; README.md names the origins.

    cut.py CHECK_JSONSCHEMA.whl KUBERNETES_VALIDATE.whl TEKTON_MODEL.jar

Each is cut to the definitions that our pipeline files can reach, and to what constrains: prose is left out.
"""

import json
import pathlib
import sys
import zipfile

PROSE = {"description", "markdownDescription", "examples", "title", "doNotSuggest", "javaType", "javaInterfaces",
         "javaOmitEmpty", "$comment"}
TASKS = {"PublishTestResults@2"}
HERE = pathlib.Path(__file__).parent
CORE = "io.k8s.api.core.v1."
META = "io.k8s.apimachinery.pkg.apis.meta.v1."


def load(archive, ending):
    with zipfile.ZipFile(archive) as files:
        name, = [each for each in files.namelist() if each.endswith(ending)]
        return json.loads(files.read(name))


def plain(node, named=False):
    """The constraints of a schema; under `named` the keys are the document's own names, and stay."""
    if isinstance(node, list):
        return [plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {key: plain(each, not named and key in {"properties", "patternProperties", "definitions"})
            for key, each in node.items() if named or key not in PROSE and not key.startswith("x-")}


def references(node):
    if isinstance(node, dict):
        for key, each in node.items():
            if key == "$ref":
                yield each.rsplit("/", 1)[1]
            else:
                yield from references(each)
    elif isinstance(node, list):
        for each in node:
            yield from references(each)


def reached(definitions, roots):
    kept, waiting = {}, list(roots)
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept[name] = definitions[name]
            waiting += references(kept[name])
    return dict(sorted(kept.items()))


def write(name, schema):
    (HERE / name).write_text(json.dumps(schema, indent=1, sort_keys=True) + "\n")


def whole(name, schema):
    write(name, plain(schema))


def azure(schema):
    definitions = plain(schema["definitions"])
    task = definitions["task"]
    named = task["properties"]["task"]["anyOf"]
    task["properties"]["task"]["anyOf"] = [each for each in named if TASKS & set(each.get("enum", []))]
    task["anyOf"] = [each for each in task["anyOf"] if any(known in json.dumps(each) for known in TASKS)]
    write("azure-steps.json", {
        "$schema": schema["$schema"], "type": "object", "required": ["steps"], "additionalProperties": False,
        "properties": {"steps": {"type": "array", "items": {"$ref": "#/definitions/step"}}},
        "definitions": reached(definitions, ["step"])})


def moved(node):
    """References of the Kubernetes schemas, to where definitions stand in the files that are written here."""
    return json.loads(json.dumps(node).replace("#/$defs/", "#/definitions/"))


def kubernetes(definitions):
    kinds = {"CronJob": "io.k8s.api.batch.v1.CronJob", "ServiceAccount": CORE + "ServiceAccount"}
    write("kubernetes.json", {
        "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["kind"],
        "properties": {"kind": {"enum": sorted(kinds)}},
        "allOf": [{"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": "#/definitions/" + name}}
                  for kind, name in sorted(kinds.items())],
        "definitions": reached(definitions, kinds.values())})


def tekton(schema, core):
    """Types of Kubernetes are named by a Java class there; they become references to what Kubernetes publishes."""
    def joined(node):
        if isinstance(node, list):
            return [joined(each) for each in node]
        if not isinstance(node, dict):
            return node
        java = node.get("existingJavaType", "")
        short = java.rsplit(".", 1)[-1]
        if "$ref" not in node and java.startswith("io.fabric8.kubernetes.api.model."):
            for prefix in (CORE, META):
                if prefix + short in core:
                    return {"$ref": "#/definitions/" + prefix + short}
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        kept = {key: joined(each) for key, each in node.items()
                if key != "existingJavaType" and not (key == "required" and isinstance(each, bool))}
        if "properties" in kept and kept.get("type") == "object":
            kept["additionalProperties"] = False
        return kept

    definitions = joined(plain(schema["definitions"], True)) | core
    task = "github_com_tektoncd_pipeline_pkg_apis_pipeline_v1_Task"
    write("tekton-task.json", {"$schema": schema["$schema"], "$ref": "#/definitions/" + task,
                               "definitions": reached(definitions, [task])})


def main(check_jsonschema, kubernetes_validate, tekton_model):
    whole("github-action.json", load(check_jsonschema, "vendor/github-actions.json"))
    whole("github-workflow.json", load(check_jsonschema, "vendor/github-workflows.json"))
    whole("gitlab-ci.json", load(check_jsonschema, "vendor/gitlab-ci.json"))
    azure(load(check_jsonschema, "vendor/azure-pipelines.json"))
    core = moved(plain(load(kubernetes_validate, "v1.37.0-local-strict/_definitions.json")["$defs"], True))
    kubernetes(core)
    tekton(load(tekton_model, "schema/tekton-schema-v1.json"), core)


if __name__ == "__main__":
    main(*sys.argv[1:])
