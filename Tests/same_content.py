#!/usr/bin/env python3
"""Check that a submission.xml holds exactly what the submission.json beside it holds.

    same_content.py FOLDER…

Rebuilds the JSON from the XML of full output. Prints one line a folder; exit 1 if two differ.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{urn:tieout:1}"
# What XML 1.0 cannot write stands there as U+FFFD.
FORBIDDEN = {code: "\ufffd" for code in range(32) if code not in (9, 10, 13)}
FORBIDDEN |= {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def children(element, name):
    return element.findall(NAMESPACE + name)


def child(element, name):
    return element.find(NAMESPACE + name)


def attributes(element, *names):
    return {name: element.get(name) for name in names if element.get(name) is not None}


def integers(element, *names):
    return {name: int(element.get(name)) for name in names or element.attrib}


def place(element):
    found = attributes(element, "source", "page", "line", "column")
    at = {name: int(value) for name, value in found.items()}
    if element.get("bytes"):
        at["bytes"] = [int(end) for end in element.get("bytes").split()]
    return {"at": at} if at else {}


def field(element):
    value = {"value": element.text, **attributes(element, "printed", "unit"), **place(element)}
    edits = [
        {**attributes(edit, "rule", "after"), "bytes": place(edit)["at"]["bytes"]}
        for edit in children(element, "edit")
    ]
    if edits:
        value["edits"] = edits
    if element.get("repairs"):
        value["repairs"] = element.get("repairs").split()
    return value


def fields(element):
    return {each.get("name"): field(each) for each in children(element, "field")}


def record(element, kind):
    value = {"id": element.get("id"), "kind": kind, **place(element), "fields": fields(element)}
    groups = {
        group.get("name"): [{**place(item), **fields(item)} for item in group]
        for group in children(element, "group")
    }
    return {**value, "groups": groups} if groups else value


def message(element, name):
    return {each.get("lang"): each.text for each in children(element, name)}


def link(element):
    value = dict(element.attrib)
    value["evidence"] = [dict(each.attrib) for each in children(element, "evidence")]
    if child(element, "runner-up") is not None:
        value["runnerUp"] = dict(child(element, "runner-up").attrib)
    return value


def repair(element):
    def texts(name):
        return [each.text or "" for each in children(element, name)]

    lists = {
        "cells": [place(cell)["at"] for cell in children(element, "cell")],
        "before": texts("before"),
        "after": texts("after"),
        "evidence": texts("evidence"),
        "alternatives": texts("alternative"),
    }
    value = {**attributes(element, "id", "rule", "state", "score"), **decided(element)}
    return {**value, **{name: each for name, each in lists.items() if each}}


def decision(element):
    return {**element.attrib, "reason": element.text}


def decided(element):
    return {"decision": decision(each) for each in children(element, "decision")}


def checks(element):
    each = {
        check.get("id"): {name: int(count) for name, count in check.items() if name != "id"}
        for check in element
    }
    return {**integers(element), **({"byCheck": each} if each else {})}


def finding(element):
    value = {**element.attrib, **decided(element)}
    value["subject"] = dict(child(element, "subject").attrib)
    value["records"] = [each.text for each in children(element, "record")]
    value["message"] = message(element, "message")
    lists = {
        "values": [evidence(each) for each in children(element, "value")],
        "intervals": [dict(each.attrib) for each in children(element, "interval")],
        "diagnosis": [each.text for each in children(element, "diagnosis")],
        "related": [each.text for each in children(element, "related")],
    }
    value.update({name: each for name, each in lists.items() if each})
    suggested = child(element, "suggested")
    if suggested is not None:
        grounds = message(suggested, "grounds")
        value["suggested"] = {"value": suggested.get("value"), "grounds": grounds}
    return value


def evidence(element):
    value = attributes(element, "role", "record", "field", "printed", "unit")
    if element.text:
        value["value"] = element.text
    return {**value, **place(element)}


def source(element):
    value = {**element.attrib, **integers(element, "bytes", "lines")}
    remarks = [
        {"message": message(remark, "message"), **place(remark)}
        for remark in children(element, "remark")
    ]
    return {**value, "remarks": remarks} if remarks else value


def submission(root):
    summary = child(root, "summary")
    value = {
        "schema": root.tag.removeprefix("{urn:").removesuffix("}submission").replace(":", "/"),
        "generator": dict(child(root, "generator").attrib),
        "profile": dict(child(root, "profile").attrib),
        "sources": [source(each) for each in child(root, "sources")],
        "types": {
            each.get("field"): attributes(each, "type", "unit") for each in child(root, "types")
        },
        "summary": {
            "fields": fields(summary),
            "rows": [record(row, "summary-row") for row in children(summary, "row")],
        },
        "details": [record(detail, "detail") for detail in child(root, "details")],
        "links": [link(each) for each in child(root, "links")],
        "repairs": [repair(each) for each in child(root, "repairs")],
        "findings": [finding(each) for each in child(root, "findings")],
        "checks": checks(child(root, "checks")),
        "unplaced": [{"text": run.text, **place(run)} for run in child(root, "unplaced")],
        "ledger": integers(child(root, "ledger")),
    }
    metadata = child(root, "metadata")
    if metadata is not None:
        value["metadata"] = {each.tag.removeprefix(NAMESPACE): each.text for each in metadata}
        if "pages" in value["metadata"]:
            value["metadata"]["pages"] = int(value["metadata"]["pages"])
    redactions = children(root, "redaction")
    if redactions:
        value["redactions"] = [
            {**each.attrib, **integers(each, "values", "places")} for each in redactions
        ]
    if child(root, "decisions") is not None:
        value["decisions"] = [decision(each) for each in child(root, "decisions")]
    if child(root, "letter") is not None:
        value["letter"] = record(child(root, "letter"), "letter")
    lines = [record(line, "summary-line") for line in children(summary, "line")]
    if lines:
        value["summary"]["lines"] = lines
    if child(summary, "total") is not None:
        value["summary"]["total"] = record(child(summary, "total"), "summary-total")
    return value


def allowed(value):
    """The JSON with the characters that XML cannot write replaced."""
    if isinstance(value, str):
        return value.translate(FORBIDDEN)
    if isinstance(value, list):
        return [allowed(each) for each in value]
    if isinstance(value, dict):
        return {name: allowed(each) for name, each in value.items()}
    return value


def difference(left, right, path=""):
    """The first place where two values differ, or None."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in left | right:
            if name not in left or name not in right:
                return f"{path}/{name} stands in one of them only"
            found = difference(left[name], right[name], f"{path}/{name}")
            if found:
                return found
        return None
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        pairs = enumerate(zip(left, right))
        return next(filter(None, (difference(*pair, f"{path}/{i}") for i, pair in pairs)), None)
    return None if left == right else f"{path}: {left!r} in JSON, {right!r} in XML"


def main(folders):
    failures = 0
    for folder in folders:
        path = pathlib.Path(folder)
        expected = allowed(json.loads((path / "submission.json").read_text(encoding="utf-8")))
        found = difference(expected, submission(ElementTree.parse(path / "submission.xml").getroot()))
        print(f"{folder}: {found or 'the same'}")
        failures += found is not None
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
