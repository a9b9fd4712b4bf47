#!/usr/bin/env python3
"""Query databases and compare the answers with the submission.json of each document.

    database_check.py DATABASE FOLDER…

The database holds one document for each folder, in their order. Exit 1 if something differs.
"""
import json
import pathlib
import sqlite3
import sys


def check(database, number, folder):
    with open(folder / "submission.json", encoding="utf-8") as file:
        submission = json.load(file)

    def one(query, *values):
        return database.execute(query, (number, *values)).fetchone()[0]

    def same(name, left, right):
        assert left == right, f"{folder}: {name}: {left} and {right}"

    for name, wanted in {
        "findings": len(submission["findings"]),
        "repairs": len(submission["repairs"]),
        "links": len(submission["links"]),
        "unplaced": len(submission["unplaced"]),
        "sources": len(submission["sources"]),
        "figures": sum(len(each.get("values", [])) for each in submission["findings"]),
    }.items():
        same(name, one(f"SELECT count(*) FROM {name} WHERE document = ?"), wanted)
    kind = "SELECT count(*) FROM records WHERE document = ? AND kind = ?"
    same("forms", one(kind, "detail"), len(submission["details"]))
    same("rows", one(kind, "summary-row"), len(submission["summary"]["rows"]))
    value = "SELECT value FROM fields WHERE document = ? AND record = ? AND field = ? AND part IS NULL"
    for record in submission["summary"]["rows"] + submission["details"]:
        for name, field in record["fields"].items():
            same(record["id"], one(value, record["id"], name), field["value"])
    open_ones = sum("decision" not in each for each in submission["findings"])
    total = "SELECT total(findings) FROM findings_by_check WHERE document = ?"
    assert one(total) >= open_ones, f"{folder}: findings_by_check"
    same("unplaced_text", one("SELECT count(*) FROM unplaced_text WHERE document = ?"), len(submission["unplaced"]))
    ties = one("SELECT count(*) FROM tie_out WHERE document = ?")
    apart = one("SELECT count(*) FROM rows_that_do_not_tie WHERE document = ?")
    rounded = "SELECT count(*) FROM rows_that_do_not_tie WHERE document = ? AND verdict IN ('exact', 'rounded')"
    same("what rounding explains", one(rounded), 0)
    for each in submission["findings"]:
        if each["check"] == "AG01" and each["verdict"] in ("broken", "coarse", "open"):
            known = "SELECT count(*) FROM rows_that_do_not_tie WHERE document = ? AND (summary_record IN (?, ?) OR form_record IN (?, ?))"
            records = (each["records"] * 2)[:2]
            assert one(known, *records, *records) == 1, f"{folder}: {each['check']} of {records} ties"
    print(f"{folder}: {ties} pairs, {apart} of them do not tie")


def main(path, folders):
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "damaged"
    documents = database.execute("SELECT count(*) FROM documents").fetchone()[0]
    assert documents == len(folders), f"{documents} documents, not {len(folders)}"
    for number, folder in enumerate(folders, 1):
        check(database, number, pathlib.Path(folder))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        main(sys.argv[1], sys.argv[2:])
    except AssertionError as error:
        print(error)
        sys.exit(1)
