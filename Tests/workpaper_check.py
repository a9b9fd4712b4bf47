#!/usr/bin/env python3
"""Check workpapers against the submission.json beside them.

    workpaper_check.py [--recalculate] FOLDER…

Opens FOLDER/workpaper.xlsx with PyPI's openpyxl: counts, sums and differences are those of the JSON,
no text is a formula, every link leads to a row that is there. With --recalculate LibreOffice forgets
what the formulas gave and computes them anew. Prints one line a folder; exit 1 if one does not hold.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

FORMULAS = ("IF(", "ROUND(", "SUM(", "COUNTIF(", "COUNTIFS(", "'")


def check(folder, recalculates):
    with open(folder / "submission.json", encoding="utf-8") as file:
        submission = json.load(file)
    path = folder / "workpaper.xlsx"
    written = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    cover, ties, findings, details, items, repairs, ledger = written.worksheets
    assert findings.max_row - 1 == len(submission["findings"]), "the number of findings"
    assert details.max_row - 1 == len(submission["details"]), "the number of forms"
    assert repairs.max_row - 1 == len(submission["repairs"]), "the number of repairs"
    links = {link["summary"] for link in submission["links"]}
    linked = {link["detail"] for link in submission["links"]}
    alone = sum(detail["id"] not in linked for detail in submission["details"])
    rows = len(submission["summary"]["rows"])
    assert ties.max_row == 1 + rows + alone + 3, "the rows of the tie-out"
    marks = [ties.cell(row, 9).value for row in range(2, 2 + rows + alone)]
    assert sum(mark != "○" for mark in marks) <= len(links), "marks without a pair"
    counts = ledger_counts(ledger)
    for name, count in zip(("values", "labels", "boilerplate", "markup", "unplaced"), counts):
        assert count == submission["ledger"][name], f"the ledger: {name}"
    assert ledger.cell(7, 2).value == submission["ledger"]["scalars"], "the ledger's sum"
    check_cells(formulas)
    check_links(formulas)
    if recalculates:
        compare(path, written)
    return f"{len(marks)} pairs, {findings.max_row - 1} findings"


def ledger_counts(sheet):
    return [sheet.cell(row, 2).value for row in range(2, 7)]


def check_cells(book):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    text = str(cell.value)[1:]
                    assert text.startswith(FORMULAS), f"{sheet.title}!{cell.coordinate}: {text}"


def check_links(book):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is None:
                    continue
                name, place = cell.hyperlink.location.rsplit("!", 1)
                target = book[name.strip("'")]
                number = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
                assert number <= target.max_row, f"{sheet.title}!{cell.coordinate} leads nowhere"
                assert target.cell(number, 1).value or number > 1, f"{place} is empty"


def compare(path, written):
    """What formulas give is what they gave, once an office program has computed them anew."""
    with tempfile.TemporaryDirectory() as folder:
        # Saved by openpyxl the formulas have no results: none can be taken over.
        openpyxl.load_workbook(path).save(f"{folder}/bare.xlsx")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", f"{folder}/out"]
        subprocess.run(
            command + [f"{folder}/bare.xlsx"], check=True, capture_output=True, timeout=300
        )
        computed = openpyxl.load_workbook(f"{folder}/out/bare.xlsx", data_only=True)
    for sheet in written.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                other = computed[sheet.title][cell.coordinate].value
                same = (cell.value or "") == (other or "") or (
                    isinstance(cell.value, (int, float))
                    and isinstance(other, (int, float))
                    and abs(cell.value - other) < 1e-9
                )
                assert same or (cell.value in (None, 0, "") and other in (None, 0, "")), (
                    f"{sheet.title}!{cell.coordinate}: {cell.value!r}, recalculated {other!r}"
                )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    recalculates = "--recalculate" in arguments
    folders = [each for each in arguments if each != "--recalculate"]
    failures = 0
    for folder in folders:
        try:
            print(f"{folder}: {check(pathlib.Path(folder), recalculates)}")
        except AssertionError as error:
            print(f"{folder}: {error}")
            failures += 1
    sys.exit(1 if failures or not folders else 0)
